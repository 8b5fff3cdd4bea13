package io.rehome.io.jdbc;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes in by binary COPY, read back as the server spells it. */
final class PgCopyTest {
  private static final String COPY = "copy %s from stdin (format binary)";
  private static Connection connection;

  @BeforeAll
  static void connect() throws SQLException {
    Database database = TestServers.freshPostgres();
    connection = database.connect();
    execute("set time zone 'UTC'");
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  @Test
  void keepsTextAsItIs() throws SQLException {
    assertThat(
        stored("text", "", "plain", "tab\t\"quote\" \\N", "Zoë Łódź 漢字 🐕", "é"),
        equalTo(List.of("", "plain", "tab\t\"quote\" \\N", "Zoë Łódź 漢字 🐕", "é")));
  }

  @Test
  void keepsNumbersExactly() throws SQLException {
    List<String> numbers =
        List.of(
            "0",
            "0.00",
            "1",
            "-1",
            "10000",
            "9999",
            "99990000",
            "1.10",
            "0.1",
            "0.0001",
            "0.00001",
            "123456789.123456789",
            "-0.5",
            "10000.0001",
            "18446744073709551615",
            "99999999999999999999999999999999999.999999999999999999999999999999",
            "-9223372036854775808",
            "0.000000000000000000000000000001",
            "1000000000000");
    assertThat(
        each("numeric", numbers, (rows, text) -> rows.numeric(new BigDecimal(text))),
        equalTo(numbers));
  }

  @Test
  void writesANumberOfNegativeScaleOut() throws SQLException {
    assertThat(
        each("numeric", List.of("12e3"), (rows, text) -> rows.numeric(new BigDecimal(text))),
        equalTo(List.of("12000")));
  }

  @Test
  void keepsEachPlainType() throws SQLException {
    assertThat(one("smallint", rows -> rows.smallint(-32768)), is("-32768"));
    assertThat(one("integer", rows -> rows.integer(-2147483648)), is("-2147483648"));
    assertThat(one("bigint", rows -> rows.bigint(Long.MIN_VALUE)), is("-9223372036854775808"));
    assertThat(one("real", rows -> rows.real(1.1f)), is("1.1"));
    assertThat(one("double precision", rows -> rows.doublePrecision(0.1)), is("0.1"));
    assertThat(one("boolean", rows -> rows.bool(true)), is("true"));
    assertThat(one("\"char\"", rows -> rows.letter('P')), is("P"));
    assertThat(one("jsonb", rows -> rows.jsonb("{\"a\":1}")), is("{\"a\": 1}"));
    assertThat(one("json", rows -> rows.text("{\"b\":1, \"a\":2}")), is("{\"b\":1, \"a\":2}"));
    assertThat(one("bytea", rows -> rows.bytea(new byte[] {0, -1, 92})), is("\\x00ff5c"));
    assertThat(one("text", PgCopyRows::absent), is((String) null));
    UUID uuid = UUID.fromString("d9428888-122b-11e1-b85c-61cd3cbb3210");
    assertThat(one("uuid", rows -> rows.uuid(uuid)), is(uuid.toString()));
  }

  @Test
  void keepsDatesAndTimesFromTheFirstYearToTheLast() throws SQLException {
    assertThat(one("date", rows -> rows.date(LocalDate.of(1, 1, 1))), is("0001-01-01"));
    assertThat(one("date", rows -> rows.date(LocalDate.of(1582, 10, 10))), is("1582-10-10"));
    assertThat(
        one("time", rows -> rows.time(LocalTime.parse("23:59:59.999999"))), is("23:59:59.999999"));
    assertThat(
        one("timestamp", rows -> rows.timestamp(LocalDateTime.parse("9999-12-31T23:59:59.999999"))),
        is("9999-12-31 23:59:59.999999"));
    assertThat(
        one("timestamptz", rows -> rows.timestamptz(Instant.parse("1969-12-31T23:59:59.000001Z"))),
        is("1969-12-31 23:59:59.000001+00"));
  }

  @Test
  void refusesHalfASurrogatePair() {
    PgCopyRows rows = new PgCopyRows();
    rows.row(1);
    assertThrows(IllegalArgumentException.class, () -> rows.text("dog \ud83d"));
  }

  @Test
  void takesAllRowsOrNone() throws SQLException {
    execute("create temp table once (k integer primary key)");
    SQLException refused =
        assertThrows(
            SQLException.class,
            () -> PgCopy.copy(connection, COPY.formatted("once"), new PgCopyRows(), this::keys));
    assertThat(refused.getSQLState(), is("23505"));
    assertThat(values("select count(*)::text from once"), equalTo(List.of("0")));
    execute("drop table once");
  }

  private void keys(PgCopyRows rows) {
    for (int key : new int[] {1, 2, 1}) {
      rows.row(1);
      rows.integer(key);
    }
  }

  /** Whatever stands where the value is cut. */
  @ParameterizedTest
  @ValueSource(strings = {"x", "é", "ab漢", "🐕", "x🐕"})
  void sendsAValueLargerThanOneMessage(String part) throws SQLException {
    String huge = part.repeat(3_000_000);
    assertThat(
        stored("text", "", huge, "small", huge + "end"),
        equalTo(List.of("", huge, "small", huge + "end")));
  }

  @Test
  void sendsManyRowsWhileTheyAreFilledIn() throws SQLException {
    List<String> many = IntStream.range(0, 50_000).mapToObj(i -> "row " + i + " of many").toList();
    assertThat(stored("text", many.toArray(String[]::new)), equalTo(many));
  }

  @Test
  void endsTheCopyWhereARowCannotBeFilledIn() throws SQLException {
    execute("create temp table broken (v text)");
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                PgCopy.copy(
                    connection,
                    COPY.formatted("broken"),
                    new PgCopyRows(),
                    rows -> {
                      rows.row(1);
                      rows.text("good ".repeat(1_000_000));
                      rows.row(1);
                      rows.text("dog \ud83d");
                    }));
    assertThat(refused.getMessage(), is("the text holds half a surrogate pair"));
    assertThat(values("select count(*)::text from broken"), equalTo(List.of("0")));
  }

  private static List<String> stored(String type, String... values) throws SQLException {
    return each(type, Arrays.asList(values), PgCopyRows::text);
  }

  private static String one(String type, Consumer<PgCopyRows> value) throws SQLException {
    return each(type, List.of(""), (rows, ignored) -> value.accept(rows)).get(0);
  }

  private interface Encoder {
    void write(PgCopyRows rows, String value);
  }

  private static List<String> each(String type, List<String> values, Encoder encoder)
      throws SQLException {
    execute("drop table if exists given");
    execute("create temp table given (n serial, v " + type + ")");
    PgCopy.copy(
        connection,
        COPY.formatted("given (v)"),
        new PgCopyRows(),
        rows -> {
          for (String value : values) {
            rows.row(1);
            encoder.write(rows, value);
          }
        });
    return values("select v::text from given order by n");
  }

  private static List<String> values(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (result.next()) {
        values.add(result.getString(1));
      }
      return values;
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
