package io.rehome.io.jdbc;

import static io.rehome.io.jdbc.SourceUnderTest.keys;
import static io.rehome.io.jdbc.SourceUnderTest.limits;
import static io.rehome.io.jdbc.SourceUnderTest.ranges;
import static io.rehome.io.jdbc.SourceUnderTest.rows;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.matchesPattern;

import io.rehome.io.RangeSize;
import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceTable;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A table without a key: a multiset of rows, told apart by content and ordinal. */
class KeylessTest {
  static Stream<Database> databases() {
    return Stream.of(TestServers.freshMariaDb(), TestServers.freshPostgres());
  }

  private static SourceUnderTest visits(Database database) {
    database.execute(
        "create table visits (who varchar(9), n int, at timestamp null)",
        "insert into visits values ('a', 1, null), ('a', 1, null), (null, 1, null),"
            + " ('a', 1, null), ('', 1, null), ('A', 1, null), (null, 1, null),"
            + " ('b', 2, '2024-01-01 10:00:00')");
    return SourceUnderTest.over(database);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void tellsEqualRowsApartByTheirOrdinal(Database database) throws Exception {
    SourceUnderTest source = visits(database);
    List<String> keys =
        source.rows(source.table("visits")).stream().map(row -> row.key().text()).toList();

    assertThat(keys, everyItem(matchesPattern("[0-9a-f]{32}#[123]")));
    assertThat(new HashSet<>(keys).size(), equalTo(8));
    assertThat(
        keys.stream().map(key -> key.substring(33)).toList(),
        containsInAnyOrder("1", "1", "1", "1", "1", "2", "2", "3"));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void givesTheSameKeysInRangesInWhichEqualRowsMeet(Database database) throws Exception {
    SourceUnderTest source = visits(database);
    SourceTable table = source.table("visits");
    List<List<String>> bounds = source.source().bounds(table, new RangeSize(2, Long.MAX_VALUE));

    List<Page> inRanges = source.pages(table, limits(2), ranges(bounds).toArray(KeyRange[]::new));

    List<String> atOnce = source.rows(table).stream().map(row -> row.key().text()).toList();
    List<Page> scanned = new ArrayList<>();
    source.source().scan(table, ranges(bounds), limits(2), scanned::add);
    assertThat(bounds.size(), equalTo(3));
    assertThat(keys(inRanges), containsInAnyOrder(atOnce.toArray()));
    assertThat(keys(scanned), containsInAnyOrder(atOnce.toArray()));
    assertThat(rows(inRanges).size(), equalTo(8));
  }

  /** Its rows are too large for two at a time, which would read the table eight times. */
  @ParameterizedTest
  @MethodSource("databases")
  void isReadAFewTimesOnly(Database database) throws Exception {
    SourceUnderTest source = visits(database);
    database.execute(database.jdbcUrl().contains("mariadb") ? "analyze table visits" : "analyze");
    SourceTable table = source.table("visits");

    assertThat(source.source().bounds(table, new RangeSize(80_000, 1)).size(), equalTo(1));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void readsAQueryWithoutAKey(Database database) throws Exception {
    SourceUnderTest source = visits(database);
    SourceTable table =
        source
            .source()
            .describe(
                "visits",
                new SourceTable.From.Query("select who, n from visits where {range}"),
                java.util.Optional.empty(),
                List.of());

    assertThat(source.rows(table).size(), equalTo(8));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void cannotFetchByKey(Database database) throws Exception {
    SourceUnderTest source = visits(database);
    SourceTable table = source.table("visits");

    Assertions.assertThrows(
        IllegalArgumentException.class,
        () -> source.source().fetch(table, List.of(new SourceKey("x#1"))));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void readsColumnsOfDifferentCollations(Database database) throws Exception {
    boolean mariaDb = database.jdbcUrl().startsWith("jdbc:mariadb");
    database.execute(
        "create table mixed (a varchar(9) "
            + (mariaDb ? "collate utf8mb4_unicode_ci" : "collate \"C\"")
            + ", b varchar(9) "
            + (mariaDb ? "character set latin1" : "collate \"en-x-icu\"")
            + ", c "
            + (mariaDb ? "blob" : "bytea")
            + ")",
        "insert into mixed values ('é', 'é', null), (null, null, null)");
    SourceUnderTest source = SourceUnderTest.over(database);

    assertThat(source.rows(source.table("mixed")).size(), equalTo(2));
  }
}
