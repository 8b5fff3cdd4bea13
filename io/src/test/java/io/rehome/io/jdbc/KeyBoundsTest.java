package io.rehome.io.jdbc;

import static io.rehome.io.jdbc.SourceUnderTest.keys;
import static io.rehome.io.jdbc.SourceUnderTest.limits;
import static io.rehome.io.jdbc.SourceUnderTest.ranges;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.rehome.io.RangeSize;
import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import io.rehome.model.SourceTable;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranges tile the whole key space, and none is much larger than it should be. */
class KeyBoundsTest {
  private static final Database MARIADB = TestServers.freshMariaDb();
  private static final Database POSTGRES = TestServers.freshPostgres();
  private static final int ROWS = 200;

  /** {@code n} is a number from 1 to 200 and stands for it in the expression of the key. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int primary key                  | n",
        "int primary key                  | cast(n as signed) - 100",
        "int primary key                  | case when n < 190 then n else n * 10000000 end",
        "bigint primary key               | n * n * n * 1000003",
        "bigint unsigned primary key      | 18446744073709551615 - n * 1000000007",
        "decimal(30,10) primary key       | n / 7",
        "varchar(40) primary key          | concat('k', n * 7919 % 1000, char(65 + n % 26))",
        "varchar(40) character set latin1 primary key | concat('é', n)",
        "char(36) primary key             | uuid()",
        "uuid primary key                 | uuid()",
        "binary(16) primary key           | unhex(md5(n))",
        "date primary key                 | date_add('1969-01-01', interval n * 11 day)",
        "datetime(6) primary key          | date_add('2024-03-30', interval n * 1001 second)",
        "timestamp(6) primary key         | date_add('2024-03-30', interval n * 1001 second)",
        "time primary key                 | sec_to_time(n * 10000)",
      })
  void tilesAnyKeyOnMariaDb(String type, String expression) throws Exception {
    MARIADB.execute(
        "drop table if exists tiled",
        "create table tiled (id " + type + ", v varchar(9))",
        "insert into tiled select "
            + expression.replaceAll("\\bn\\b", "seq")
            + ", seq from seq_1_to_200",
        "analyze table tiled persistent for all");
    assertTiles(MARIADB);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int primary key            | n",
        "bigint primary key         | n::bigint * n * n * 1000003",
        "numeric primary key        | n / 7.0",
        "text primary key           | concat('k', n * 7919 % 1000, chr(65 + n % 26), n)",
        "text collate \"en-x-icu\" primary key | concat(chr(97 + n % 26), chr(65 + n % 26), n)",
        "char(10) primary key       | concat('k', n)",
        "uuid primary key           | md5(n::text)::uuid",
        "bytea primary key          | decode(md5(n::text), 'hex')",
        "date primary key           | date '1969-01-01' + n * 11",
        "timestamp primary key      | timestamp '2024-03-30' + n * interval '1001 s'",
        "timestamptz primary key    | timestamptz '2024-03-30 00:00:00Z' + n * interval '1001.5 s'",
        "float4 primary key         | n * 0.1",
      })
  void tilesAnyKeyOnPostgres(String type, String expression) throws Exception {
    POSTGRES.execute(
        "drop table if exists tiled",
        "create table tiled (id " + type + ", v varchar(9))",
        "insert into tiled select " + expression + ", n from generate_series(1, 200) n",
        "analyze tiled");
    assertTiles(POSTGRES);
  }

  @Test
  void tilesCompositeKeysOnMariaDb() throws Exception {
    MARIADB.execute(
        "drop table if exists tiled",
        "create table tiled (a varchar(9), b int, c date, v int, primary key (a, b, c))",
        "insert into tiled select concat('x', seq % 3), seq % 7, date_add('2024-01-01', interval"
            + " seq day), seq from seq_1_to_200");
    assertTiles(MARIADB);
  }

  @Test
  void tilesCompositeKeysOnPostgres() throws Exception {
    POSTGRES.execute(
        "drop table if exists tiled",
        "create table tiled (a varchar(9), b int, c date, v int, primary key (a, b, c))",
        "insert into tiled select 'x' || n % 3, n % 7, date '2024-01-01' + n, n"
            + " from generate_series(1, 200) n");
    assertTiles(POSTGRES);
  }

  @Test
  void dividesEnumsByTheirTextOnMariaDb() throws Exception {
    MARIADB.execute(
        "drop table if exists tiled",
        "create table tiled (id enum('z','y','m','b','a'), v int, primary key (id))",
        "insert into tiled values ('a', 1), ('b', 2), ('m', 3), ('y', 4), ('z', 5)");
    SourceUnderTest source = SourceUnderTest.over(MARIADB);
    SourceTable table = source.table("tiled");
    List<List<String>> bounds = source.source().bounds(table, new RangeSize(2, Long.MAX_VALUE));

    assertThat(bounds, equalTo(List.of(List.of("b"), List.of("y"))));
    List<Page> pages = source.pages(table, limits(10), ranges(bounds).toArray(KeyRange[]::new));
    assertThat(keys(pages), equalTo(List.of("a", "b", "m", "y", "z")));
  }

  @Test
  void dividesADenseKeyWithoutReadingItsRows() throws Exception {
    MARIADB.execute(
        "drop table if exists dense",
        "create table dense (id int primary key)",
        "insert into dense select seq from seq_1_to_20000",
        "analyze table dense");
    SourceUnderTest source = SourceUnderTest.over(MARIADB);
    SourceDialect dialect = ((JdbcSource) source.source()).dialect();
    try (Connection connection = MARIADB.connect()) {
      SourceCatalog catalog = new SourceCatalog(dialect, connection);
      KeyBounds bounds = KeyBounds.in(connection, catalog, source.table("dense"));
      long before = rowsScanned(connection);

      assertThat(bounds.of(new RangeSize(1000, Long.MAX_VALUE)).size(), equalTo(19));

      assertThat(rowsScanned(connection) - before, lessThan(1000L));
    }
  }

  @Test
  void makesSmallerRangesOfLargerRows() throws Exception {
    MARIADB.execute(
        "drop table if exists large",
        "create table large (id int primary key, v longtext)",
        "insert into large select seq * 1000, repeat('x', 20000) from seq_1_to_200",
        "analyze table large");
    SourceUnderTest source = SourceUnderTest.over(MARIADB);
    SourceTable table = source.table("large");

    List<List<String>> bounds = source.source().bounds(table, new RangeSize(1000, 1_000_000));

    assertThat(bounds.size(), greaterThan(2));
  }

  @Test
  void makesOneRangeOfASmallTable() throws Exception {
    MARIADB.execute("drop table if exists small", "create table small (id int primary key)");
    SourceUnderTest source = SourceUnderTest.over(MARIADB);
    RangeSize size = new RangeSize(1000, Long.MAX_VALUE);
    assertThat(source.source().bounds(source.table("small"), size), empty());

    MARIADB.execute("insert into small values (1), (2), (3)", "analyze table small");
    assertThat(source.source().bounds(source.table("small"), size), empty());
  }

  private static void assertTiles(Database database) throws Exception {
    SourceUnderTest source = SourceUnderTest.over(database);
    SourceTable table = source.table("tiled");
    int rows = 30;

    List<List<String>> bounds = source.source().bounds(table, new RangeSize(rows, Long.MAX_VALUE));
    List<Page> pages = source.pages(table, limits(1000), ranges(bounds).toArray(KeyRange[]::new));

    assertThat(bounds.size(), greaterThan(ROWS / rows - 1));
    assertThat(largest(pages), lessThanOrEqualTo(rows));
    assertThat(keys(pages).size(), equalTo(ROWS));
    assertThat(keys(pages).stream().distinct().count(), equalTo((long) ROWS));
  }

  private static long rowsScanned(Connection connection) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet handlers =
            statement.executeQuery("show session status like 'Handler_read%next'")) {
      long rows = 0;
      while (handlers.next()) {
        rows += handlers.getLong(2);
      }
      return rows;
    }
  }

  private static int largest(List<Page> pages) {
    return pages.stream().mapToInt(page -> page.rows().size()).max().orElseThrow();
  }
}
