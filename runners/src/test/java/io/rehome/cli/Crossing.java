package io.rehome.cli;

import io.rehome.testdata.servers.Accounts;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A small marketplace of a test's own on its way from a source to a platform. */
record Crossing(Path folder, Database source, Database target, Database store) {

  /** From this source to an empty platform; nothing is planned yet. */
  static Crossing from(Path folder, Database source) {
    return new Crossing(folder, source, TestServers.freshPostgres(), TestServers.freshPostgres());
  }

  /** Writes the plan of these entities, in YAML, and makes the store ready. */
  Crossing plan(String entities) throws IOException {
    write(entities);
    DbaScript.initStore(planFile(), target, store);
    return this;
  }

  /** Writes the plan of these entities, in YAML. */
  void write(String entities) throws IOException {
    Path password = Files.writeString(folder.resolve("password"), "");
    Files.writeString(
        planFile(),
        """
        marketplace: corner
        source: { %s, zone: UTC }
        target: { %s }
        store: { %s }
        %s"""
            .formatted(
                place(Accounts.reader(source), password),
                place(Accounts.loader(target), password),
                place(Accounts.keeper(store), password),
                entities));
  }

  private static String place(Database database, Path password) {
    return "jdbc: '%s', user: %s, password: '${file:%s}'"
        .formatted(database.jdbcUrl(), database.user(), password);
  }

  Path planFile() {
    return folder.resolve("plan.yaml");
  }

  List<String> migration(String... flags) {
    List<String> arguments =
        new ArrayList<>(
            List.of("migrate", "--plan=" + planFile(), "--reports=" + folder.resolve("reports")));
    arguments.addAll(List.of(flags));
    return arguments;
  }

  Answer migrate(String... flags) {
    return Answer.to(migration(flags).toArray(String[]::new));
  }

  /** The latest run's books, a line for each entity that it touched, noughts left out. */
  List<String> books() throws SQLException {
    return Journey.rows(
        store,
        """
        select concat_ws(' ', b.entity, 'read', b.read,
                         case when b.loaded > 0 then 'loaded ' || b.loaded end,
                         case when b.unchanged > 0 then 'unchanged ' || b.unchanged end,
                         case when b.rejected > 0 then 'rejected ' || b.rejected end,
                         case when b.skipped > 0 then 'skipped ' || b.skipped end,
                         case when b.gone > 0 then 'gone ' || b.gone end,
                         case when b.pending > 0 then 'pending ' || b.pending end,
                         case when not b.balanced then 'not balanced' end)
          from rehome.books b
         where b.run = (select run from rehome.runs order by started desc limit 1)
         order by b.entity
        """);
  }

  /** Key and outcome of the entity's records, in the order of their keys. */
  List<String> outcomes(String entity) throws SQLException {
    return Journey.rows(
        store,
        "select source_key || ' ' || concat_ws(' ', outcome, reason) from rehome.records"
            + " where entity = '%s' order by source_key".formatted(entity));
  }
}
