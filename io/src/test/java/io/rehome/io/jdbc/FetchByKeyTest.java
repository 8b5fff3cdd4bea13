package io.rehome.io.jdbc;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records by key, of any type. */
class FetchByKeyTest {
  private static final Database MARIADB = TestServers.freshMariaDb();
  private static final Database POSTGRES = TestServers.freshPostgres();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "bigint unsigned | 18446744073709551615      | 18446744073709551615",
        "decimal(10,2)   | 1.50                      | 1.50",
        "date            | '2024-02-29'              | 2024-02-29",
        "datetime(6)     | '2024-02-29 10:00:00'     | 2024-02-29T10:00",
        "timestamp(6)    | '2024-02-29 10:00:00.123' | 2024-02-29T10:00:00.123Z",
        "time            | '10:00:00'                | 10:00",
        "time            | '838:59:59'               | 838:59:59",
        "uuid            | '123e4567-e89b-12d3-a456-426614174000' | 123e4567-e89b-12d3-a456-426614174000",
        "binary(3)       | x'00ff27'                 | 00ff27",
        "year            | 2024                      | 2024",
        "varchar(9)      | 'a''b?'                   | a'b?",
      })
  void fetchesOnMariaDb(String type, String literal, String key) throws Exception {
    assertFetches(MARIADB, type, literal, key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "bigint       | -9223372036854775808        | -9223372036854775808",
        "numeric      | 1.50                        | 1.50",
        "date         | 'infinity'                  | infinity",
        "timestamp    | '2024-02-29 10:00:00'       | 2024-02-29T10:00",
        "timestamptz  | '2024-02-29 10:00:00.123Z'  | 2024-02-29T10:00:00.123Z",
        "uuid         | '123e4567-e89b-12d3-a456-426614174000' | 123e4567-e89b-12d3-a456-426614174000",
        "bytea        | '\\x00ff27'                 | 00ff27",
        "bool         | true                        | true",
        "char(5)      | 'ab'                        | ~ab   ~",
        "varchar(2)   | 'ab'                        | ab",
        "float4       | 0.1                         | 0.1",
      })
  void fetchesOnPostgres(String type, String literal, String key) throws Exception {
    assertFetches(POSTGRES, type, literal, key);
  }

  private static void assertFetches(Database database, String type, String literal, String key)
      throws Exception {
    database.execute(
        "drop table if exists fetched",
        "create table fetched (id " + type + " primary key, v int)",
        "insert into fetched values (" + literal + ", 1)");
    SourceUnderTest source = SourceUnderTest.over(database);
    SourceTable table = source.table("fetched");

    List<SourceRow> rows = source.source().fetch(table, List.of(new SourceKey(key)));

    assertThat(source.rows(table).get(0).key(), equalTo(new SourceKey(key)));
    assertThat(rows, equalTo(source.rows(table)));
  }

  @Test
  void findsAKeyThatTheCollationOfTheSourceTakesForEqual() throws Exception {
    MARIADB.execute(
        "drop table if exists named",
        "create table named (id varchar(9) collate utf8mb4_general_ci primary key)",
        "insert into named values ('Abc')");
    SourceUnderTest source = SourceUnderTest.over(MARIADB);

    List<SourceRow> rows =
        source.source().fetch(source.table("named"), List.of(new SourceKey("aBC ")));

    assertThat(rows.get(0).key(), equalTo(new SourceKey("Abc")));
  }

  @Test
  void takesNoTextForZero() throws Exception {
    MARIADB.execute(
        "drop table if exists zero",
        "create table zero (id int primary key)",
        "insert into zero values (0)");
    SourceUnderTest source = SourceUnderTest.over(MARIADB);

    assertThat(
        source.source().fetch(source.table("zero"), List.of(new SourceKey("abc"))),
        equalTo(List.of()));
  }

  @Test
  void leavesOutWhatPostgresCannotTakeForAKeyAndFindsTheOthers() throws Exception {
    POSTGRES.execute(
        "drop table if exists dated",
        "create table dated (id date primary key)",
        "insert into dated values ('2024-01-01')");
    SourceUnderTest source = SourceUnderTest.over(POSTGRES);

    List<SourceRow> rows =
        source
            .source()
            .fetch(
                source.table("dated"),
                List.of(new SourceKey("2024-02-31"), new SourceKey("2024-01-01")));

    assertThat(rows.stream().map(row -> row.key().text()).toList(), contains("2024-01-01"));
  }

  @Test
  void fetchesAThousandKeysAtOnce() throws Exception {
    for (Database database : List.of(MARIADB, POSTGRES)) {
      database.execute(
          "drop table if exists many",
          "create table many (a int, b int, primary key (a, b))",
          "insert into many values "
              + String.join(",", IntStream.range(0, 1000).mapToObj(i -> "(" + i + ",7)").toList()));
      SourceUnderTest source = SourceUnderTest.over(database);
      List<SourceKey> keys =
          IntStream.range(0, 1000).mapToObj(i -> SourceKey.of(List.of("" + i, "7"))).toList();

      assertThat(source.source().fetch(source.table("many"), keys).size(), equalTo(1000));
    }
  }
}
