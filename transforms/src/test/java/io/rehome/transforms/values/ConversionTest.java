package io.rehome.transforms.values;

import static io.rehome.model.Reason.BAD_TEXT;
import static io.rehome.model.Reason.BAD_VALUE;
import static io.rehome.model.Reason.NOT_LISTED;
import static io.rehome.model.Reason.NULL;
import static io.rehome.model.Reason.OUT_OF_RANGE;
import static io.rehome.model.Reason.TOO_LONG;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rehome.model.Bytes;
import io.rehome.model.Reason;
import io.rehome.model.RejectedValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ConversionTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final UUID ID = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

  static List<Arguments> exact() {
    return List.of(
        arguments(Columns.BIGINT, 5L, 5L),
        arguments(Columns.BIGINT, 5, 5L),
        arguments(Columns.BIGINT, Long.MIN_VALUE, Long.MIN_VALUE),
        arguments(Columns.SMALLINT, -32_768L, -32_768L),
        arguments(Columns.SMALLINT, 32_767L, 32_767L),
        arguments(Columns.INTEGER, -2_147_483_648L, -2_147_483_648L),
        arguments(Columns.INTEGER, new BigDecimal("12.000"), 12L),
        arguments(Columns.INTEGER, new BigDecimal("1E+3"), 1000L),
        arguments(Columns.INTEGER, new BigDecimal("0E+50"), 0L),
        arguments(Columns.BIGINT, new BigDecimal("9223372036854775807"), Long.MAX_VALUE),
        arguments(Columns.INTEGER, "+042", 42L),
        arguments(Columns.INTEGER, "12.0", 12L),
        arguments(Columns.INTEGER, 3.0, 3L),
        arguments(Columns.INTEGER, true, 1L),
        arguments(Columns.INTEGER, BigInteger.TEN, 10L),
        arguments(Columns.NUMERIC, new BigDecimal("1.10"), new BigDecimal("1.1")),
        arguments(Columns.NUMERIC, new BigDecimal("0.00"), BigDecimal.ZERO),
        arguments(Columns.NUMERIC, 100L, new BigDecimal("1E+2")),
        arguments(Columns.NUMERIC, 0.1, new BigDecimal("0.1")),
        arguments(Columns.NUMERIC, 0.1f, new BigDecimal("0.1")),
        arguments(Columns.NUMERIC, ".5e1", new BigDecimal("5")),
        arguments(Columns.NUMERIC, "1e131071", new BigDecimal("1E+131071")),
        arguments(Columns.NUMERIC, "18446744073709551615", new BigDecimal("18446744073709551615")),
        arguments(Columns.NUMERIC_5_2, new BigDecimal("-999.99"), new BigDecimal("-999.99")),
        arguments(Columns.NUMERIC_5_2, new BigDecimal("1.2300"), new BigDecimal("1.23")),
        arguments(Columns.NUMERIC_3_M2, 99_900L, new BigDecimal("9.99E+4")),
        arguments(Columns.NUMERIC_2_4, new BigDecimal("0.0099"), new BigDecimal("0.0099")),
        arguments(Columns.NUMERIC_2_4, 0L, BigDecimal.ZERO),
        arguments(Columns.DOUBLE, -0.0, 0.0),
        arguments(Columns.DOUBLE, Double.NaN, Double.NaN),
        arguments(Columns.DOUBLE, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY),
        arguments(Columns.DOUBLE, 0.1f, (double) 0.1f),
        arguments(Columns.DOUBLE, new BigDecimal("51.507400"), 51.5074),
        arguments(Columns.DOUBLE, "-0", 0.0),
        arguments(Columns.DOUBLE, 9_007_199_254_740_992L, 9_007_199_254_740_992.0),
        arguments(Columns.REAL, -0.0f, 0.0f),
        arguments(Columns.REAL, 1.5, 1.5f),
        arguments(Columns.REAL, 0.1, 0.1f),
        arguments(Columns.REAL, Double.NaN, Float.NaN),
        arguments(Columns.REAL, new BigDecimal("51.5074"), 51.5074f),
        arguments(Columns.REAL, 16_777_216L, 16_777_216f),
        arguments(Columns.BOOLEAN, true, true),
        arguments(Columns.BOOLEAN, 0L, false),
        arguments(Columns.BOOLEAN, new BigDecimal("1.0"), true),
        arguments(Columns.BOOLEAN, "FALSE", false),
        arguments(Columns.BOOLEAN, "1", true),
        arguments(Columns.TEXT, "", ""),
        arguments(Columns.VARCHAR_3, "ä😀x", "ä😀x"),
        arguments(Columns.TEXT, 7L, "7"),
        arguments(Columns.TEXT, new BigDecimal("1.10"), "1.10"),
        arguments(Columns.TEXT, new BigDecimal("1E+3"), "1000"),
        arguments(Columns.TEXT, 1e21, "1000000000000000000000"),
        arguments(Columns.TEXT, 1.0, "1"),
        arguments(Columns.TEXT, 0.1f, "0.1"),
        arguments(Columns.TEXT, Double.NaN, "NaN"),
        arguments(Columns.TEXT, true, "true"),
        arguments(Columns.TEXT, ID, "00112233-4455-6677-8899-aabbccddeeff"),
        arguments(Columns.TEXT, LocalDate.of(2024, 1, 31), "2024-01-31"),
        arguments(Columns.TEXT, LocalTime.of(9, 5), "09:05:00"),
        arguments(Columns.TEXT, LocalDateTime.of(2024, 1, 31, 10, 0), "2024-01-31 10:00:00"),
        arguments(
            Columns.TEXT,
            LocalDateTime.of(2024, 1, 31, 10, 0, 1, 5_000),
            "2024-01-31 10:00:01.000005"),
        arguments(Columns.TEXT, LocalTime.of(9, 5, 0, 1), "09:05:00.000000001"),
        arguments(
            Columns.TEXT, Instant.parse("2024-01-31T10:00:00.5Z"), "2024-01-31T10:00:00.500000Z"),
        arguments(Columns.MOOD, "sad", "sad"),
        arguments(Columns.MOOD, 7L, "7"),
        arguments(Columns.INET, "10.0.0.1", "10.0.0.1"),
        arguments(
            Columns.JSON, " {\"b\":1,\"a\":1.10,\"a\":[]} ", " {\"b\":1,\"a\":1.10,\"a\":[]} "),
        arguments(Columns.JSON, "\"\\u0000\\ud800\"", "\"\\u0000\\ud800\""),
        arguments(Columns.JSONB, "\"\\ud83d\\ude00 \\n 😀\"", "\"\\ud83d\\ude00 \\n 😀\""),
        arguments(
            Columns.JSONB,
            "[1,-0.5e-3,[{}],{\"a\":[true,null]}]",
            "[1,-0.5e-3,[{}],{\"a\":[true,null]}]"),
        arguments(
            Columns.JSONB,
            "[".repeat(1000) + "]".repeat(1000),
            "[".repeat(1000) + "]".repeat(1000)),
        arguments(Columns.JSONB, new BigDecimal("1.10"), "1.10"),
        arguments(Columns.JSONB, false, "false"),
        arguments(Columns.BYTEA, new Bytes(new byte[] {0, -1}), new Bytes(new byte[] {0, -1})),
        arguments(Columns.DATE, LocalDate.of(2024, 2, 29), LocalDate.of(2024, 2, 29)),
        arguments(Columns.DATE, LocalDateTime.of(2024, 2, 29, 0, 0), LocalDate.of(2024, 2, 29)),
        arguments(Columns.DATE, "2024-02-29", LocalDate.of(2024, 2, 29)),
        arguments(Columns.DATE, "2024-02-29 00:00:00", LocalDate.of(2024, 2, 29)),
        arguments(Columns.DATE, LocalDate.of(-4713, 11, 24), LocalDate.of(-4713, 11, 24)),
        arguments(Columns.DATE, LocalDate.of(5_874_897, 12, 31), LocalDate.of(5_874_897, 12, 31)),
        arguments(Columns.TIME, LocalTime.of(9, 5, 0, 1_000), LocalTime.of(9, 5, 0, 1_000)),
        arguments(Columns.TIME, "23:59:59.999999", LocalTime.of(23, 59, 59, 999_999_000)),
        arguments(Columns.TIME, "10:00", LocalTime.of(10, 0)),
        arguments(
            Columns.TIMESTAMP,
            LocalDateTime.of(1582, 10, 10, 12, 0),
            LocalDateTime.of(1582, 10, 10, 12, 0)),
        arguments(Columns.TIMESTAMP, LocalDate.of(2024, 1, 1), LocalDateTime.of(2024, 1, 1, 0, 0)),
        arguments(
            Columns.TIMESTAMP,
            "9999-12-31T23:59:59.999999",
            LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000)),
        arguments(
            Columns.TIMESTAMP_3,
            LocalDateTime.of(2024, 1, 1, 0, 0, 0, 123_000_000),
            LocalDateTime.of(2024, 1, 1, 0, 0, 0, 123_000_000)),
        arguments(
            Columns.TIMESTAMPTZ,
            LocalDateTime.of(2024, 7, 1, 12, 0),
            Instant.parse("2024-07-01T11:00:00Z")),
        arguments(
            Columns.TIMESTAMPTZ, LocalDate.of(2024, 7, 1), Instant.parse("2024-06-30T23:00:00Z")),
        arguments(
            Columns.TIMESTAMPTZ,
            Instant.parse("2024-07-01T11:00:00Z"),
            Instant.parse("2024-07-01T11:00:00Z")),
        arguments(
            Columns.TIMESTAMPTZ,
            "2024-07-01 12:00:00+02:00",
            Instant.parse("2024-07-01T10:00:00Z")),
        arguments(Columns.TIMESTAMPTZ, "2024-07-01T12:00Z", Instant.parse("2024-07-01T12:00:00Z")),
        arguments(
            Columns.TIMESTAMPTZ, "2024-07-01 12:00:00", Instant.parse("2024-07-01T11:00:00Z")),
        arguments(Columns.UUID, ID, ID),
        arguments(Columns.UUID, "00112233-4455-6677-8899-AABBCCDDEEFF", ID),
        arguments(Columns.UUID, "00112233445566778899aabbccddeeff", ID),
        arguments(
            Columns.UUID,
            "ffffffffffffffffffffffffffffffff",
            UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff")));
  }

  @ParameterizedTest
  @MethodSource("exact")
  void convertsExactly(Columns column, Object value, Object expected) throws Exception {
    List<String> used = new ArrayList<>();

    assertThat(Conversion.into(column.required(), LONDON).convert(value, used::add), is(expected));
    assertThat(used, is(empty()));
  }

  static List<Arguments> refused() {
    return List.of(
        arguments(Columns.SMALLINT, 32_768L, OUT_OF_RANGE),
        arguments(Columns.INTEGER, -2_147_483_649L, OUT_OF_RANGE),
        arguments(Columns.BIGINT, new BigDecimal("9223372036854775808"), OUT_OF_RANGE),
        arguments(Columns.BIGINT, new BigDecimal("1E+1000000000"), OUT_OF_RANGE),
        arguments(Columns.INTEGER, new BigDecimal("12.5"), OUT_OF_RANGE),
        arguments(Columns.INTEGER, new BigDecimal("1E-1000000000"), OUT_OF_RANGE),
        arguments(Columns.INTEGER, 1e300, OUT_OF_RANGE),
        arguments(Columns.INTEGER, Double.NaN, BAD_VALUE),
        arguments(Columns.INTEGER, "", BAD_VALUE),
        arguments(Columns.INTEGER, " 12", BAD_VALUE),
        arguments(Columns.INTEGER, "12a", BAD_VALUE),
        arguments(Columns.INTEGER, "1,234", BAD_VALUE),
        arguments(Columns.INTEGER, "0x10", BAD_VALUE),
        arguments(Columns.INTEGER, "١٢", BAD_VALUE),
        arguments(Columns.INTEGER, "9".repeat(200_000), BAD_VALUE),
        arguments(Columns.INTEGER, LocalDate.EPOCH, BAD_VALUE),
        arguments(Columns.INTEGER, new Bytes(new byte[] {1}), BAD_VALUE),
        arguments(Columns.NUMERIC_5_2, new BigDecimal("1000"), OUT_OF_RANGE),
        arguments(Columns.NUMERIC_5_2, new BigDecimal("1.234"), OUT_OF_RANGE),
        arguments(Columns.NUMERIC_3_M2, 150L, OUT_OF_RANGE),
        arguments(Columns.NUMERIC_3_M2, 100_000L, OUT_OF_RANGE),
        arguments(Columns.NUMERIC_2_4, new BigDecimal("0.01"), OUT_OF_RANGE),
        arguments(Columns.NUMERIC, new BigDecimal("1E+131072"), OUT_OF_RANGE),
        arguments(Columns.NUMERIC, new BigDecimal("1E-16384"), OUT_OF_RANGE),
        arguments(Columns.NUMERIC, "NaN", BAD_VALUE),
        arguments(Columns.NUMERIC, "1e9999999", BAD_VALUE),
        arguments(Columns.NUMERIC, Double.POSITIVE_INFINITY, BAD_VALUE),
        arguments(Columns.DOUBLE, 9_007_199_254_740_993L, OUT_OF_RANGE),
        arguments(Columns.DOUBLE, new BigDecimal("0.12345678901234567890"), OUT_OF_RANGE),
        arguments(Columns.DOUBLE, new BigDecimal("1E+400"), OUT_OF_RANGE),
        arguments(Columns.DOUBLE, new BigDecimal("1E-400"), OUT_OF_RANGE),
        arguments(Columns.DOUBLE, "one", BAD_VALUE),
        arguments(Columns.REAL, 16_777_217L, OUT_OF_RANGE),
        arguments(Columns.REAL, 0.123456789012, OUT_OF_RANGE),
        arguments(Columns.REAL, 1e300, OUT_OF_RANGE),
        arguments(Columns.REAL, 1e-300, OUT_OF_RANGE),
        arguments(Columns.BOOLEAN, 2L, BAD_VALUE),
        arguments(Columns.BOOLEAN, -1L, BAD_VALUE),
        arguments(Columns.BOOLEAN, "yes", BAD_VALUE),
        arguments(Columns.BOOLEAN, "t", BAD_VALUE),
        arguments(Columns.BOOLEAN, "", BAD_VALUE),
        arguments(Columns.BOOLEAN, 1.0, BAD_VALUE),
        arguments(Columns.VARCHAR_3, "four", TOO_LONG),
        arguments(Columns.VARCHAR_3, "abc ", TOO_LONG),
        arguments(Columns.VARCHAR_3, "😀😀😀😀", TOO_LONG),
        arguments(Columns.VARCHAR_3, 1000L, TOO_LONG),
        arguments(Columns.TEXT, "a\0b", BAD_TEXT),
        arguments(Columns.TEXT, "a\ud800b", BAD_TEXT),
        arguments(Columns.TEXT, "\udc00", BAD_TEXT),
        arguments(Columns.TEXT, "a\ud83d", BAD_TEXT),
        arguments(Columns.TEXT, new Bytes(new byte[] {1}), BAD_VALUE),
        arguments(Columns.TEXT, new BigDecimal("1E+1000000000"), OUT_OF_RANGE),
        arguments(Columns.TEXT, List.of("a"), BAD_VALUE),
        arguments(Columns.INET, "a\0", BAD_TEXT),
        arguments(Columns.MOOD, "Happy", NOT_LISTED),
        arguments(Columns.MOOD, "", NOT_LISTED),
        arguments(Columns.MOOD, new Bytes(new byte[0]), BAD_VALUE),
        arguments(Columns.JSON, "", BAD_VALUE),
        arguments(Columns.JSON, "{a:1}", BAD_VALUE),
        arguments(Columns.JSON, "{\"a\":1,}", BAD_VALUE),
        arguments(Columns.JSON, "[1,]", BAD_VALUE),
        arguments(Columns.JSON, "[1 2]", BAD_VALUE),
        arguments(Columns.JSON, "[1}", BAD_VALUE),
        arguments(Columns.JSON, "[", BAD_VALUE),
        arguments(Columns.JSON, "]", BAD_VALUE),
        arguments(Columns.JSON, "1 2", BAD_VALUE),
        arguments(Columns.JSON, "01", BAD_VALUE),
        arguments(Columns.JSON, "1.", BAD_VALUE),
        arguments(Columns.JSON, ".5", BAD_VALUE),
        arguments(Columns.JSON, "+1", BAD_VALUE),
        arguments(Columns.JSON, "1e", BAD_VALUE),
        arguments(Columns.JSON, "NaN", BAD_VALUE),
        arguments(Columns.JSON, "nul", BAD_VALUE),
        arguments(Columns.JSON, "'a'", BAD_VALUE),
        arguments(Columns.JSON, "\"a", BAD_VALUE),
        arguments(Columns.JSON, "\"a\nb\"", BAD_VALUE),
        arguments(Columns.JSON, "\"\\x\"", BAD_VALUE),
        arguments(Columns.JSON, "\"\\u12g4\"", BAD_VALUE),
        arguments(Columns.JSON, "\"\0\"", BAD_TEXT),
        arguments(Columns.JSON, "\ud800", BAD_TEXT),
        arguments(Columns.JSON, "[".repeat(10_000), BAD_VALUE),
        arguments(Columns.JSON, LocalDate.EPOCH, BAD_VALUE),
        arguments(Columns.JSONB, "\"\\u0000\"", BAD_TEXT),
        arguments(Columns.JSONB, "\"\\ud800\"", BAD_TEXT),
        arguments(Columns.JSONB, "\"\\ud800x\"", BAD_TEXT),
        arguments(Columns.JSONB, "\"\\ud800\\n\"", BAD_TEXT),
        arguments(Columns.JSONB, "\"\\ud800\\ud800\"", BAD_TEXT),
        arguments(Columns.JSONB, "\"\\udc00\"", BAD_TEXT),
        arguments(Columns.JSONB, "1e999999", OUT_OF_RANGE),
        arguments(Columns.JSONB, "1e99999999999", OUT_OF_RANGE),
        arguments(Columns.JSONB, "1e-20000", OUT_OF_RANGE),
        arguments(Columns.BYTEA, "abc", BAD_VALUE),
        arguments(Columns.BYTEA, ID, BAD_VALUE),
        arguments(Columns.DATE, "0000-00-00", BAD_VALUE),
        arguments(Columns.DATE, "2020-00-00", BAD_VALUE),
        arguments(Columns.DATE, "2023-02-29", BAD_VALUE),
        arguments(Columns.DATE, "31.01.2024", BAD_VALUE),
        arguments(Columns.DATE, "infinity", BAD_VALUE),
        arguments(Columns.DATE, "2024-01-31 10:00:00", BAD_VALUE),
        arguments(Columns.DATE, "2024-01-31 00:00:00Z", BAD_VALUE),
        arguments(Columns.DATE, LocalDateTime.of(2024, 1, 31, 0, 0, 0, 1), BAD_VALUE),
        arguments(Columns.DATE, Instant.EPOCH, BAD_VALUE),
        arguments(Columns.DATE, 20240131L, BAD_VALUE),
        arguments(Columns.DATE, LocalDate.of(-4713, 11, 23), OUT_OF_RANGE),
        arguments(Columns.DATE, LocalDate.of(5_874_898, 1, 1), OUT_OF_RANGE),
        arguments(Columns.TIME, "838:59:59", OUT_OF_RANGE),
        arguments(Columns.TIME, "-01:30:00", OUT_OF_RANGE),
        arguments(Columns.TIME, "24:00:00", OUT_OF_RANGE),
        arguments(Columns.TIME, "10 o'clock", BAD_VALUE),
        arguments(Columns.TIME, LocalTime.of(0, 0, 0, 1), OUT_OF_RANGE),
        arguments(Columns.TIME, LocalDateTime.of(2024, 1, 1, 10, 0), BAD_VALUE),
        arguments(Columns.TIMESTAMP, LocalDateTime.of(2024, 1, 1, 0, 0, 0, 1), OUT_OF_RANGE),
        arguments(Columns.TIMESTAMP_3, LocalDateTime.of(2024, 1, 1, 0, 0, 0, 1_000), OUT_OF_RANGE),
        arguments(Columns.TIMESTAMP, Instant.EPOCH, BAD_VALUE),
        arguments(Columns.TIMESTAMP, "2024-01-31T10:00:00Z", BAD_VALUE),
        arguments(Columns.TIMESTAMP, "0000-00-00 00:00:00", BAD_VALUE),
        arguments(Columns.TIMESTAMP, "2024-01-31 25:00:00", BAD_VALUE),
        arguments(Columns.TIMESTAMP, LocalDateTime.of(294_277, 1, 1, 0, 0), OUT_OF_RANGE),
        arguments(Columns.TIMESTAMPTZ, LocalDateTime.of(2024, 3, 31, 1, 30), BAD_VALUE),
        arguments(Columns.TIMESTAMPTZ, "2024-03-31 01:30:00", BAD_VALUE),
        arguments(Columns.TIMESTAMPTZ, 0L, BAD_VALUE),
        arguments(Columns.TIMESTAMPTZ, Instant.MAX, OUT_OF_RANGE),
        arguments(Columns.TIMESTAMPTZ, Instant.ofEpochSecond(0, 1), OUT_OF_RANGE),
        arguments(Columns.UUID, "not-a-uuid", BAD_VALUE),
        arguments(Columns.UUID, "1-1-1-1-1", BAD_VALUE),
        arguments(Columns.UUID, "{00112233-4455-6677-8899-aabbccddeeff}", BAD_VALUE),
        arguments(Columns.UUID, new Bytes(new byte[16]), BAD_VALUE));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatTheColumnCannotHold(Columns column, Object value, Reason reason) {
    var rejected =
        assertThrows(
            RejectedValue.class,
            () -> Conversion.into(column.nullable(), LONDON).convert(value, rule -> {}));

    assertThat(rejected.getMessage(), rejected.reason(), is(reason));
    assertThat(rejected.getMessage(), rejected.getMessage().length(), is(lessThan(400)));
  }

  @ParameterizedTest
  @EnumSource(Columns.class)
  void letsNullThroughOnlyWhereTheColumnTakesIt(Columns column) throws Exception {
    assertThat(
        Conversion.into(column.nullable(), LONDON).convert(null, rule -> {}), is(nullValue()));
    var rejected =
        assertThrows(
            RejectedValue.class,
            () -> Conversion.into(column.required(), LONDON).convert(null, rule -> {}));

    assertThat(rejected.reason(), is(NULL));
  }

  @Test
  void takesTheEarlierOffsetOfAnOverlapAndCountsIt() throws Exception {
    List<String> used = new ArrayList<>();

    Object instant =
        Conversion.into(Columns.TIMESTAMPTZ.nullable(), LONDON)
            .convert(LocalDateTime.of(2024, 10, 27, 1, 30), used::add);

    assertThat(instant, is(Instant.parse("2024-10-27T00:30:00Z")));
    assertThat(used, contains("earlier offset of an overlap"));
  }

  @Test
  void saysWhichValueAndWhatWasExpected() {
    var rejected =
        assertThrows(
            RejectedValue.class,
            () ->
                Conversion.into(Columns.NUMERIC_5_2.nullable(), LONDON)
                    .convert(new BigDecimal("1.234"), rule -> {}));

    assertThat(
        rejected.getMessage(), is("1.234 is a number of more than 2 digits after the point"));
  }

  @ParameterizedTest
  @EnumSource(Columns.class)
  void travelsWithTheJob(Columns column) throws Exception {
    Conversion conversion = Conversion.into(column.nullable(), LONDON);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(conversion);
    }

    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject(), is(conversion));
    }
  }
}
