package io.rehome.cli;

import io.rehome.testdata.demo.DemoMarketplace;
import io.rehome.testdata.demo.DemoPlan;
import io.rehome.testdata.demo.DemoPlatform;
import io.rehome.testdata.demo.Scale;
import io.rehome.testdata.judge.Finding;
import io.rehome.testdata.judge.Judge;
import io.rehome.testdata.servers.Accounts;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The demo's marketplace with a platform and a store of its own on the test servers, and the
 * command line to move it.
 */
record Journey(Path folder, Scale scale, Database source, Database target, Database store) {

  /** A marketplace of this scale, nothing of it moved yet. */
  static Journey begin(Path folder, Scale scale) throws IOException {
    Database source = TestServers.freshMariaDb();
    new DemoMarketplace(scale).fill(source);
    return of(folder, scale, source);
  }

  /** The same marketplace on its way to another, empty platform. */
  Journey toAnotherPlatform(String name) throws IOException {
    return of(folder.resolveSibling(folder.getFileName() + "-" + name), scale, source);
  }

  private static Journey of(Path folder, Scale scale, Database source) throws IOException {
    Database platform = TestServers.freshPostgres();
    DemoPlatform.create(platform);
    Journey journey = at(folder, scale, source, platform, TestServers.freshPostgres());
    journey.initStore();
    return journey;
  }

  /** With these databases as they are; only the plan is written. */
  static Journey at(Path folder, Scale scale, Database source, Database target, Database store)
      throws IOException {
    Files.createDirectories(folder);
    Journey journey = new Journey(folder, scale, source, target, store);
    journey.writePlan();
    return journey;
  }

  private void writePlan() throws IOException {
    String plan = DemoPlan.template();
    plan =
        filled(
            plan, "SOURCE", "jdbc:mariadb://127.0.0.1:3306/petsandpaws", Accounts.reader(source));
    plan =
        filled(
            plan, "TARGET", "jdbc:postgresql://127.0.0.1:5432/platform", Accounts.loader(target));
    plan =
        filled(plan, "STORE", "jdbc:postgresql://127.0.0.1:5432/migrator", Accounts.keeper(store));
    Files.writeString(plan(), plan);
    try (InputStream countries = DemoPlan.class.getResourceAsStream("countries.csv")) {
      Files.write(folder.resolve("countries.csv"), countries.readAllBytes());
    }
  }

  private String filled(String plan, String part, String url, Database database)
      throws IOException {
    Path secret = folder.resolve(part + ".secret");
    Files.writeString(secret, database.password());
    return plan.replace(url, database.jdbcUrl())
        .replace("${env:" + part + "_USER}", database.user())
        .replace("${env:" + part + "_PASSWORD}", "${file:" + secret + "}");
  }

  /** Makes the store and the fence. */
  void initStore() {
    DbaScript.initStore(plan(), target, store);
  }

  /** Changes the plan, in which this text stands. */
  void replaceInPlan(String text, String by) throws IOException {
    String plan = Files.readString(plan());
    if (!plan.contains(text)) {
      throw new IllegalArgumentException("the plan does not hold " + text);
    }
    Files.writeString(plan(), plan.replace(text, by));
  }

  Path plan() {
    return folder.resolve("plan.yaml");
  }

  /** The arguments of a NORMAL run. */
  List<String> migration(String... flags) {
    List<String> arguments =
        new ArrayList<>(List.of("migrate", "--plan=" + plan(), "--reports=" + reports()));
    arguments.addAll(List.of(flags));
    return arguments;
  }

  Answer migrate(String... flags) {
    return Answer.to(migration(flags).toArray(String[]::new));
  }

  Path reports() {
    return folder.resolve("reports");
  }

  /** The report.json files, the oldest first. */
  List<Path> reportFiles() throws IOException {
    try (Stream<Path> files = Files.walk(reports())) {
      return files.filter(file -> file.endsWith("report.json")).sorted().toList();
    }
  }

  /** What is wrong with platform and store, looked at by SQL that shares no code with us. */
  List<Finding> findings() throws SQLException {
    try (Judge judge = Judge.of(source, scale)) {
      List<Finding> findings = new ArrayList<>(judge.ofTarget(target));
      findings.addAll(judge.ofStore(store));
      return findings;
    }
  }

  /** What is wrong with the platform alone. */
  List<Finding> findingsOfTarget() throws SQLException {
    try (Judge judge = Judge.of(source, scale)) {
      return judge.ofTarget(target);
    }
  }

  /** One digest for each table of the platform, over all its rows. */
  List<String> platformDigests() throws SQLException {
    return platform(DIGEST);
  }

  /** One digest for each table of the platform, over where each row lies and who wrote it. */
  List<String> rowVersions() throws SQLException {
    return platform("md5(string_agg(t.ctid || ' ' || t.xmin, ',' order by t.ctid))");
  }

  private List<String> platform(String digest) throws SQLException {
    List<String> digests = new ArrayList<>();
    for (String table : rows(target, TABLES)) {
      digests.add(table + " " + rows(target, "select " + digest + " from " + table + " t"));
    }
    return digests;
  }

  /** One digest for each entity of the store, over all its records; run ids and times aside. */
  List<String> storeDigests() throws SQLException {
    return rows(
        store,
        "select entity || ' ' || "
            + DIGEST
            + " from (select entity, source_key, outcome, source, document, confirmed_document,"
            + " target_key, stage, reason, column_name, message, plan_version from rehome.records)"
            + " t group by entity order by entity");
  }

  /** The names of the platform's tables. */
  static final String TABLES =
      "select table_name from information_schema.tables where table_schema = 'public'"
          + " and table_name <> 'rehome_fence' order by 1";

  private static final String DIGEST =
      "count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '')";

  /** Does this in the target, as somebody else would. */
  void inTarget(String... statements) throws SQLException {
    execute(target, statements);
  }

  /** Does this in the source, as its site would. */
  void inSource(String... statements) throws SQLException {
    execute(source, statements);
  }

  static void execute(Database database, String... statements) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The first column of a query's rows. */
  static List<String> rows(Database database, String query) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
