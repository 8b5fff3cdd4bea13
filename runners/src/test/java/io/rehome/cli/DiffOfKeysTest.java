package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import io.rehome.testdata.zoo.KeyFixture;
import io.rehome.testdata.zoo.MariaDbKeys;
import io.rehome.testdata.zoo.PostgresKeys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** DIFF meets each record again, whatever its key is, and without one too. */
final class DiffOfKeysTest {
  @TempDir private Path folder;

  static Stream<Arguments> sources() {
    return Stream.of(
        Arguments.of(TestServers.freshMariaDb(), MariaDbKeys.ALL),
        Arguments.of(TestServers.freshPostgres(), PostgresKeys.ALL));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void findsNewChangedAndGoneRowsOfEveryKeyKind(Database source, List<KeyFixture> all)
      throws Exception {
    List<String> tables = new ArrayList<>();
    for (KeyFixture fixture : all) {
      if (fixture.columns().contains("note ")) {
        fixture.settle(source);
        tables.add(fixture.table());
      }
    }
    each(
        source,
        tables,
        "create table held_%1$s as select * from %1$s where note = '9'",
        "delete from %1$s where note = '9'");
    Crossing zoo = Crossing.from(folder, source);
    each(zoo.target(), tables, "create table %1$s (id uuid primary key, note text)");
    zoo.plan("entities:\n" + String.join("", tables.stream().map(DiffOfKeysTest::entity).toList()));
    zoo.migrate();

    zoo.migrate("--mode=DIFF");
    assertThat(sum(zoo, "loaded"), is(List.of("0")));
    assertThat(sum(zoo, "gone"), is(List.of("0")));

    each(
        source,
        tables,
        "update %1$s set note = 'new' where note = '5'",
        "delete from %1$s where note = '7'",
        "insert into %1$s select * from held_%1$s");
    zoo.migrate("--mode=DIFF");

    for (String table : tables) {
      List<String> expected = new ArrayList<>(notes(source, table));
      expected.addAll(Journey.rows(zoo.store(), GONE.formatted(table)));
      expected.sort(null);
      assertThat(table, notes(zoo.target(), table), is(expected));
    }
    zoo.migrate("--mode=DIFF");
    assertThat(sum(zoo, "loaded"), is(List.of("0")));
    assertThat(sum(zoo, "gone"), is(List.of("0")));
  }

  /** Notes of rows that were left alone. */
  private static final String GONE =
      "select confirmed_document::json ->> 'note' from rehome.records"
          + " where outcome = 'GONE' and entity = '%s'";

  private static String entity(String table) {
    return "  %1$s: { from: %1$s, to: %1$s, id: uuid, fields: { note: note } }\n".formatted(table);
  }

  private static void each(Database database, List<String> tables, String... statements) {
    for (String table : tables) {
      for (String statement : statements) {
        database.execute(statement.formatted(table));
      }
    }
  }

  private static List<String> notes(Database database, String table) throws Exception {
    return Journey.rows(database, "select note from " + table + " where note is not null").stream()
        .sorted()
        .toList();
  }

  private static List<String> sum(Crossing zoo, String outcome) throws Exception {
    return Journey.rows(
        zoo.store(),
        "select sum(%s) from rehome.books".formatted(outcome)
            + " where run = (select run from rehome.runs order by started desc limit 1)");
  }
}
