package io.rehome.cli;

import io.rehome.testdata.servers.Database;
import io.rehome.testdata.tables.BenchTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rehome, what others would use instead, and the limits.
 *
 * @param folder for plans, reports and logs
 * @param source the notices in MariaDB
 * @param moved the same notices as they stand in PostgreSQL after a move
 * @param file these, as COPY wrote them
 */
record Contenders(Path folder, Database source, Database moved, Path file) {
  static final String OURS = "Rehome, Direct";
  static final String BY_FINGERPRINTS = ", keep: fingerprints";
  static final String COPY = "limit: COPY of a prepared file";
  static final String SPRING_BATCH = "Spring Batch, 2 flows";
  static final String SPARK = "Spark SQL local[2]";
  static final String PGLOADER = "pgloader (no mapping)";

  List<Contender> all() {
    List<Contender> all = new ArrayList<>();
    for (Experiment.On runner : Experiment.On.values()) {
      all.add(ours(runner, "", ""));
      all.add(ours(runner, BY_FINGERPRINTS, "  keep: fingerprints\n"));
    }
    all.add(new Contender(COPY, true, this::copyFile));
    all.add(pipe("text"));
    all.add(pipe("binary"));
    all.add(jdbc(1));
    all.add(jdbc(2));
    all.add(peer(SPRING_BATCH, "SpringBatchCopy"));
    all.add(peer(SPARK, "SparkCopy"));
    if (isOnPath("pgloader")) {
      all.add(new Contender(PGLOADER, false, this::pgloader));
    }
    return all;
  }

  private Contender ours(Experiment.On runner, String kept, String keep) {
    String[] flags = runner.flags().toArray(String[]::new);
    return new Contender(ours(runner, kept), true, target -> rehome(target, keep, flags));
  }

  /** Our name on this runner. */
  static String ours(Experiment.On runner, String kept) {
    return "Rehome, " + runner.label() + kept;
  }

  /** {@code keep} is the line of the plan that says how much the store keeps; empty: all. */
  Costs.Beginning rehome(Database target, String keep, String... flags) throws Exception {
    Path place = Files.createTempDirectory(folder, "rehome");
    Path plan = BenchPlan.write(place, BenchTable.NOTICES, source, target, keep);
    List<String> arguments =
        new ArrayList<>(List.of("migrate", "--plan=" + plan, "--reports=" + place));
    arguments.addAll(Arrays.asList(flags));
    Launcher launcher = Launcher.warm();
    return () -> launcher.start(place, arguments);
  }

  private Costs.Beginning copyFile(Database target) {
    List<String> arguments = List.of(file.toString(), target.jdbcUrl(), target.user());
    return () -> new PeerProcess("CopyFile", arguments).start(log());
  }

  private Contender pipe(String form) {
    return new Contender(
        "limit: COPY pipe, " + form + ", PostgreSQL to PostgreSQL",
        true,
        target -> () -> PeerProcess.copying("CopyPipe", List.of(form), moved, target).start(log()));
  }

  private Contender jdbc(int threads) {
    List<String> first = List.of(String.valueOf(threads));
    return new Contender(
        "plain JDBC, " + threads + (threads == 1 ? " thread" : " threads"),
        true,
        target -> () -> PeerProcess.copying("JdbcCopy", first, source, target).start(log()));
  }

  private Contender peer(String name, String main) {
    return new Contender(
        name,
        true,
        target -> () -> PeerProcess.copying(main, List.of(), source, target).start(log()));
  }

  /**
   * It makes tables of its own, in a schema that is called as the source's database. With the
   * 100,000 rows that it fetches ahead by default its heap is exhausted after a few seconds.
   */
  private Costs.Beginning pgloader(Database target) throws Exception {
    String load =
        "LOAD DATABASE FROM %s INTO %s WITH prefetch rows = 10000, workers = 2, concurrency = 1;"
            .formatted(url(source, "mysql"), url(target, "postgresql"));
    Path file = Files.writeString(folder.resolve("notices.load"), load);
    List<String> command = List.of("pgloader", "--root-dir", folder.toString(), file.toString());
    return () -> PeerProcess.logged(command, log());
  }

  private static String url(Database database, String scheme) {
    String place = database.jdbcUrl().substring(database.jdbcUrl().indexOf("//") + 2);
    return scheme + "://" + database.user() + "@" + place;
  }

  private static boolean isOnPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  Path log() {
    return folder.resolve("peers.log");
  }
}
