package io.rehome.io.jdbc;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rehome.io.UnknownName;
import io.rehome.model.Bytes;
import io.rehome.model.SourceTable;
import io.rehome.model.SourceType;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each value as PostgreSQL holds it: read, or kept as its exact text. */
class PostgresValuesTest {
  private static final SourceUnderTest SOURCE = SourceUnderTest.over(TestServers.freshPostgres());

  @BeforeAll
  static void extendTheServer() {
    SOURCE.database().execute("create extension citext", "create type mood as enum ('sad', 'ok')");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "smallint  | -32768",
        "int       | 2147483647",
        "bigint    | -9223372036854775808",
        "bigserial | 0",
      })
  void readsWholeNumbersAsLongs(String type, long number) throws Exception {
    assertThat(read(type, "" + number, SourceType.INTEGER), equalTo(number));
  }

  @ParameterizedTest
  @CsvSource({"1.10", "0", "-12345678901234567890123456789012345.123456789012345678901234567890"})
  void keepsTheScaleOfDecimals(String text) throws Exception {
    assertThat(read("numeric", text, SourceType.DECIMAL), equalTo(new BigDecimal(text)));
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "-Infinity"})
  void keepsDecimalsThatAreNoNumberAsText(String text) throws Exception {
    assertThat(read("numeric", "'" + text + "'", SourceType.DECIMAL), equalTo(text));
  }

  @ParameterizedTest
  @CsvSource({"-0", "NaN", "-Infinity", "1e-300", "0.1"})
  void readsDoublesAndFloats(String text) throws Exception {
    assertThat(read("float8", "'" + text + "'", SourceType.DOUBLE), equalTo(Double.valueOf(text)));
    String small = text.equals("1e-300") ? "1e-30" : text;
    assertThat(read("float4", "'" + small + "'", SourceType.FLOAT), equalTo(Float.valueOf(small)));
  }

  @Test
  void readsBooleansAndUuids() throws Exception {
    assertThat(read("bool", "true", SourceType.BOOLEAN), equalTo(true));
    assertThat(read("bool", "false", SourceType.BOOLEAN), equalTo(false));
    String uuid = "123e4567-e89b-12d3-a456-426614174000";
    assertThat(read("uuid", "'" + uuid + "'", SourceType.UUID), equalTo(UUID.fromString(uuid)));
  }

  @Test
  void readsDatesTimesAndMomentsWhateverTheZoneOfThisJvm() throws Exception {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    try {
      assertThat(read("date", "'2024-03-10'", SourceType.DATE), equalTo(LocalDate.of(2024, 3, 10)));
      assertThat(
          read("time", "'23:59:59.000001'", SourceType.TIME),
          equalTo(LocalTime.of(23, 59, 59, 1000)));
      assertThat(
          read("timestamp", "'2024-03-10 02:30:00.5'", SourceType.DATETIME),
          equalTo(LocalDateTime.parse("2024-03-10T02:30:00.5")));
      assertThat(
          read("timestamptz", "'2024-03-10 02:30:00+05:30'", SourceType.INSTANT),
          equalTo(Instant.parse("2024-03-09T21:00:00Z")));
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "date        | infinity               | DATE",
        "date        | 0044-03-15 BC          | DATE",
        "date        | 12024-01-01            | DATE",
        "timestamp   | -infinity              | DATETIME",
        "timestamp   | 0044-03-15 10:00:00 BC | DATETIME",
        "timestamptz | infinity               | INSTANT",
        "time        | 24:00:00               | TIME",
      })
  void keepsWhatNoCalendarHoldsAsItsText(String type, String text, SourceType kind)
      throws Exception {
    assertThat(read(type, "'" + text + "'", kind), equalTo(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text        | ab😀               | TEXT",
        "varchar(9)  | é                  | TEXT",
        "citext      | MixedCase          | TEXT",
        "mood        | sad                | TEXT",
        "json        | {\"b\":1,  \"a\":1.10} | JSON",
        "jsonb       | {\"a\": 1.10}        | JSON",
        "interval    | 1 mon 2 days 03:04:05 | OTHER",
        "int[]       | {1,NULL,3}         | OTHER",
        "text[]      | {a,\"b,c\"}          | OTHER",
        "timetz      | 10:00:00+05:30     | OTHER",
        "inet        | 10.0.0.1           | OTHER",
        "bit(4)      | 0101               | OTHER",
        "int4range   | [1,5)              | OTHER",
        "xml         | <a/>               | OTHER",
      })
  void readsTextAndWhatHasNoClassOfItsOwnAsTheServerWritesIt(
      String type, String text, SourceType kind) throws Exception {
    assertThat(read(type, "'" + text + "'", kind), equalTo(text));
  }

  @Test
  void keepsTheBlanksOfACharacterColumn() throws Exception {
    assertThat(read("char(5)", "'ab'", SourceType.TEXT), equalTo("ab   "));
  }

  @Test
  void readsBytes() throws Exception {
    assertThat(
        read("bytea", "'\\x00ff27'", SourceType.BYTES),
        equalTo(new Bytes(HexFormat.of().parseHex("00ff27"))));
  }

  @ParameterizedTest
  @CsvSource({
    "int",
    "numeric",
    "float8",
    "float4",
    "bool",
    "date",
    "time",
    "timestamp",
    "timestamptz",
    "text",
    "json",
    "bytea",
    "uuid",
    "interval",
    "'int[]'"
  })
  void readsNull(String type) throws Exception {
    assertThat(read(type, "null"), equalTo(null));
  }

  @Test
  void stopsWithTheServersMessageAtTextThatIsNoUtf8() throws Exception {
    SOURCE
        .database()
        .execute(
            "create database ascii encoding 'SQL_ASCII' locale_provider libc locale 'C'"
                + " template template0");
    Database ascii = TestServers.postgres().database("ascii");
    ascii.execute(
        "create table raw (id int primary key, v text)",
        "insert into raw values (1, E'a\\xffb'), (2, 'abc')");
    SourceUnderTest source = SourceUnderTest.over(ascii);
    SourceTable table = source.table("raw");

    Exception failure = assertThrows(Exception.class, () -> source.rows(table));

    assertThat(failure.getMessage(), containsString("invalid byte sequence"));
    assertThat(source.source().outage(failure), equalTo(Optional.empty()));
  }

  private static Object read(String type, String literal, SourceType expected) throws UnknownName {
    Object value = read(type, literal);
    assertThat(SOURCE.table("one").columns().get(1).type(), equalTo(expected));
    return value;
  }

  private static Object read(String type, String literal) throws UnknownName {
    SOURCE
        .database()
        .execute(
            "drop table if exists one",
            "create table one (id int primary key, v " + type + ")",
            "alter table one alter v drop not null",
            "insert into one values (1, " + literal + ")");
    return SOURCE.rows(SOURCE.table("one")).get(0).values().get(1);
  }
}
