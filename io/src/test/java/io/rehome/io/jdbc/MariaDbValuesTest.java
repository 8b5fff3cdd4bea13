package io.rehome.io.jdbc;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;

import io.rehome.io.UnknownName;
import io.rehome.model.Bytes;
import io.rehome.model.SourceTable;
import io.rehome.model.SourceType;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each value as MariaDB holds it: read, or kept as its exact text. */
class MariaDbValuesTest {
  private static final SourceUnderTest SOURCE = SourceUnderTest.over(TestServers.freshMariaDb());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tinyint(1)          | 2                    | 2",
        "tinyint(1)          | -128                 | -128",
        "tinyint unsigned    | 255                  | 255",
        "int unsigned        | 4294967295           | 4294967295",
        "bigint              | -9223372036854775808 | -9223372036854775808",
        "bigint unsigned     | 9223372036854775807  | 9223372036854775807",
        "bit(1)              | b'1'                 | 1",
        "bit(1)              | b'0'                 | 0",
        "bit(8)              | b'10000001'          | 129",
        "year                | 0                    | 0",
        "year                | 2155                 | 2155",
      })
  void readsWholeNumbersAsLongs(String type, String literal, long expected) throws Exception {
    assertThat(read(type, literal, SourceType.INTEGER), equalTo(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bigint unsigned | 18446744073709551615",
        "bit(64)         | 18446744073709551615",
      })
  void readsWholeNumbersBeyond64BitsAsDecimals(String type, String literal) throws Exception {
    assertThat(read(type, literal, SourceType.INTEGER), equalTo(new BigDecimal(literal)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "decimal(65,30) | 12345678901234567890123456789012345.123456789012345678901234567890",
        "decimal(10,2)  | -0.10",
        "decimal(10,0)  | 7",
      })
  void keepsTheScaleOfDecimals(String type, String literal) throws Exception {
    assertThat(read(type, literal, SourceType.DECIMAL), equalTo(new BigDecimal(literal)));
  }

  @ParameterizedTest
  @CsvSource({"16777215", "16777216", "0.1", "3.4028235e38", "1.17549435e-38", "-0.33333334"})
  void readsFloatsThatTheServerWouldShorten(String literal) throws Exception {
    assertThat(read("float", literal, SourceType.FLOAT), equalTo(Float.valueOf(literal)));
  }

  @ParameterizedTest
  @CsvSource({"0.1", "1e-300", "1.7976931348623157e308", "9007199254740993e0"})
  void readsDoubles(String literal) throws Exception {
    assertThat(read("double", literal, SourceType.DOUBLE), equalTo(Double.valueOf(literal)));
  }

  @Test
  void readsDatesTimesAndMoments() throws Exception {
    assertThat(read("date", "'2020-02-29'", SourceType.DATE), equalTo(LocalDate.of(2020, 2, 29)));
    assertThat(
        read("time(6)", "'23:59:59.000001'", SourceType.TIME),
        equalTo(LocalTime.of(23, 59, 59, 1000)));
    assertThat(
        read("datetime(6)", "'9999-12-31 23:59:59.999999'", SourceType.DATETIME),
        equalTo(LocalDateTime.parse("9999-12-31T23:59:59.999999")));
    assertThat(
        read("timestamp(3)", "'2024-07-01 12:00:00.5'", SourceType.INSTANT),
        equalTo(Instant.parse("2024-07-01T12:00:00.500Z")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "date        | 0000-00-00                 | DATE",
        "date        | 2020-00-00                 | DATE",
        "date        | 2020-02-31                 | DATE",
        "date        | 0000-01-01                 | DATE",
        "datetime    | 0000-00-00 00:00:00        | DATETIME",
        "datetime    | 2020-00-15 10:00:00        | DATETIME",
        "datetime(6) | 2020-02-30 10:00:00.123456 | DATETIME",
        "timestamp   | 0000-00-00 00:00:00        | INSTANT",
        "time        | 838:59:59                  | TIME",
        "time        | 24:00:00                   | TIME",
        "time(6)     | -01:30:00.000001           | TIME",
      })
  void keepsWhatNoCalendarHoldsAsItsText(String type, String text, SourceType kind)
      throws Exception {
    assertThat(read(type, "'" + text + "'", kind), equalTo(text));
  }

  @Test
  void keepsATimeThatTheZoneOfThisJvmDoesNotKnow() throws Exception {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    try {
      assertThat(
          read("datetime", "'2024-03-31 02:30:00'", SourceType.DATETIME),
          equalTo(LocalDateTime.parse("2024-03-31T02:30:00")));
      assertThat(
          read("timestamp", "'2024-03-31 02:30:00'", SourceType.INSTANT),
          equalTo(Instant.parse("2024-03-31T02:30:00Z")));
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void readsTextOfAnyCharacterSet() throws Exception {
    assertThat(read("varchar(9)", "'a\\0b😀'", SourceType.TEXT), equalTo("a\0b😀"));
    assertThat(read("varchar(9) character set latin1", "'é€'", SourceType.TEXT), equalTo("é€"));
    assertThat(read("varchar(9) character set utf8mb3", "'é€'", SourceType.TEXT), equalTo("é€"));
    assertThat(read("char(5)", "'ab'", SourceType.TEXT), equalTo("ab"));
    assertThat(read("varchar(5)", "'ab  '", SourceType.TEXT), equalTo("ab  "));
    assertThat(read("varchar(5)", "'\uFFFD'", SourceType.TEXT), equalTo("\uFFFD"));
    assertThat(read("mediumtext", "repeat('x', 70000)", SourceType.TEXT), is("x".repeat(70000)));
  }

  @Test
  void readsEnumsAndSetsAsTheirLabels() throws Exception {
    assertThat(read("enum('a','b')", "'b'", SourceType.TEXT), equalTo("b"));
    assertThat(read("enum('','b')", "''", SourceType.TEXT), equalTo(""));
    assertThat(read("set('x','y')", "'y,x'", SourceType.TEXT), equalTo("x,y"));
  }

  @Test
  void keepsJsonTextAsItCame() throws Exception {
    String text = "{\"b\":1,  \"a\":[1,1.10], \"b\":2}";
    assertThat(read("json", "'" + text + "'", SourceType.JSON), equalTo(text));
  }

  @Test
  void readsBytes() throws Exception {
    Bytes bytes = new Bytes(HexFormat.of().parseHex("00ff27"));
    assertThat(read("varbinary(10)", "x'00ff27'", SourceType.BYTES), equalTo(bytes));
    assertThat(read("longblob", "x'00ff27'", SourceType.BYTES), equalTo(bytes));
    assertThat(
        read("binary(4)", "x'00ff27'", SourceType.BYTES),
        equalTo(new Bytes(HexFormat.of().parseHex("00ff2700"))));
    assertThat(read("point", "point(1, 2)", SourceType.BYTES), instanceOf(Bytes.class));
  }

  @Test
  void readsUuidsAndAddresses() throws Exception {
    String uuid = "123e4567-e89b-12d3-a456-426614174000";
    assertThat(read("uuid", "'" + uuid + "'", SourceType.UUID), equalTo(UUID.fromString(uuid)));
    assertThat(read("inet6", "'::1'", SourceType.TEXT), equalTo("::1"));
  }

  @ParameterizedTest
  @CsvSource({
    "int", "bigint unsigned", "bit(8)", "'decimal(5,2)'", "float", "double", "date", "time",
    "datetime", "timestamp null", "year", "varchar(5)", "text", "blob", "json", "uuid",
    "'enum(''a'')'"
  })
  void readsNull(String type) throws Exception {
    Database database = SOURCE.database();
    database.execute(
        "drop table if exists nothing",
        "create table nothing (id int primary key, v " + type + ")",
        "insert into nothing values (1, null)");
    Object value = SOURCE.rows(SOURCE.table("nothing")).get(0).values().get(1);
    assertThat(value, equalTo(null));
  }

  @Test
  void keepsTextThatIsNoUtf8AsItsBytes() throws Exception {
    SOURCE
        .database()
        .execute(
            "create table raw_bytes (id int primary key, v varbinary(40)) engine=MyISAM",
            "create table raw_text (id int primary key, v varchar(10) character set utf8mb4)"
                + " engine=MyISAM",
            "insert into raw_bytes values (1, x'61ff62'), (2, x'616263')",
            "flush tables");
    Path data = TestServers.mariaDb().directory().resolve("data").resolve(SOURCE.database().name());
    for (String ending : new String[] {".MYD", ".MYI"}) {
      Files.copy(
          data.resolve("raw_bytes" + ending),
          data.resolve("raw_text" + ending),
          StandardCopyOption.REPLACE_EXISTING);
    }
    SOURCE.database().execute("flush tables");
    SourceTable table = SOURCE.table("raw_text");
    assertThat(
        SOURCE.rows(table).get(0).values().get(1),
        equalTo(new Bytes(HexFormat.of().parseHex("61ff62"))));
    assertThat(SOURCE.rows(table).get(1).values().get(1), equalTo("abc"));
  }

  private static Object read(String type, String literal, SourceType expected) throws UnknownName {
    SOURCE
        .database()
        .execute(
            "set session sql_mode = 'ALLOW_INVALID_DATES'",
            "drop table if exists one",
            "create table one (id int primary key, v " + type + ")",
            "insert into one values (1, " + literal + ")");
    SourceTable table = SOURCE.table("one");
    assertThat(table.columns().get(1).type(), equalTo(expected));
    return SOURCE.rows(table).get(0).values().get(1);
  }
}
