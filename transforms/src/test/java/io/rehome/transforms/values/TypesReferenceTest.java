package io.rehome.transforms.values;

import static java.util.stream.Collectors.joining;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.rehome.model.Bytes;
import io.rehome.model.RejectedValue;
import io.rehome.model.SourceType;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the tables of docs/reference/types.md to the code. Run with {@code
 * -Drehome.regenerate=true} it writes them anew.
 */
final class TypesReferenceTest {
  private static final Path PAGE = Path.of("../docs/reference/types.md");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** Its clocks skipped a midnight: 2018-11-04. */
  private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

  private static final List<Columns> TARGETS =
      List.of(
          Columns.BIGINT,
          Columns.NUMERIC_5_2,
          Columns.DOUBLE,
          Columns.REAL,
          Columns.BOOLEAN,
          Columns.TEXT,
          Columns.MOOD,
          Columns.JSONB,
          Columns.BYTEA,
          Columns.DATE,
          Columns.TIME,
          Columns.TIMESTAMP,
          Columns.TIMESTAMPTZ,
          Columns.UUID);

  private record Example(Object value, String shown, Columns column) {}

  private static final List<Example> EXAMPLES =
      List.of(
          new Example(40_000L, "40000", Columns.SMALLINT),
          new Example(new BigDecimal("12.50"), "12.50", Columns.NUMERIC_5_2),
          new Example(new BigDecimal("12.505"), "12.505", Columns.NUMERIC_5_2),
          new Example(new BigDecimal("1000"), "1000", Columns.NUMERIC_5_2),
          new Example(new BigDecimal("12.5"), "12.5", Columns.INTEGER),
          new Example(new BigDecimal("51.507400"), "51.507400", Columns.DOUBLE),
          new Example(9_007_199_254_740_993L, "9007199254740993", Columns.DOUBLE),
          new Example(2L, "2", Columns.BOOLEAN),
          new Example("yes", "'yes'", Columns.BOOLEAN),
          new Example("four", "'four'", Columns.VARCHAR_3),
          new Example("a\0b", "'a' NUL 'b'", Columns.TEXT),
          new Example(new Bytes(new byte[] {1}), "0x01", Columns.TEXT),
          new Example("Happy", "'Happy'", Columns.MOOD),
          new Example("{a:1}", "'{a:1}'", Columns.JSON),
          new Example("\"\\u0000\"", "'\"\\u0000\"'", Columns.JSONB),
          new Example("0000-00-00", "'0000-00-00'", Columns.DATE),
          new Example("838:59:59", "'838:59:59'", Columns.TIME),
          new Example(
              LocalDateTime.of(2024, 1, 1, 10, 0, 0, 123_456_000),
              "2024-01-01 10:00:00.123456",
              Columns.TIMESTAMP_3),
          new Example(
              LocalDateTime.of(2024, 3, 31, 1, 30), "2024-03-31 01:30:00", Columns.TIMESTAMPTZ),
          new Example(
              LocalDateTime.of(2024, 10, 27, 1, 30), "2024-10-27 01:30:00", Columns.TIMESTAMPTZ),
          new Example(
              Instant.parse("2024-01-31T10:00:00Z"), "2024-01-31T10:00:00Z", Columns.TIMESTAMP),
          new Example("abc", "'abc'", Columns.UUID));

  @Test
  void theMatrixSaysWhatTheCodeDoes() throws Exception {
    assertThat(section("matrix", matrix()), is(matrix()));
  }

  @Test
  void theExamplesSayWhatTheCodeDoes() throws Exception {
    assertThat(section("examples", examples()), is(examples()));
  }

  private static String matrix() {
    String head = line("source", TARGETS.stream().map(column -> "`" + column.typeName + "`"));
    String rule = line("---", TARGETS.stream().map(column -> "---"));
    return Stream.concat(
            Stream.of(head, rule),
            Stream.of(SourceType.values())
                .map(type -> line(type.name(), TARGETS.stream().map(to -> answer(type, to)))))
        .collect(joining("\n"));
  }

  private static String line(String first, Stream<String> cells) {
    return Stream.concat(Stream.of(first), cells).collect(joining(" | ", "| ", " |"));
  }

  private static String answer(SourceType type, Columns to) {
    List<Object> samples = samples(type);
    long held = samples.stream().filter(sample -> isHeld(sample, to)).count();
    return held == 0 ? "no" : held == samples.size() ? "yes" : "if exact";
  }

  private static boolean isHeld(Object sample, Columns to) {
    try {
      Conversion.into(to.nullable(), SAO_PAULO).convert(sample, rule -> {});
      return true;
    } catch (RejectedValue e) {
      return false;
    }
  }

  /** Ordinary values of each type and its far ends: what holds all of them holds every one. */
  private static List<Object> samples(SourceType type) {
    return switch (type) {
      case INTEGER -> List.of(0L, 7L, Long.MIN_VALUE, new BigDecimal("18446744073709551615"));
      case DECIMAL ->
          List.of(
              BigDecimal.ONE,
              new BigDecimal("7"),
              new BigDecimal("9".repeat(35) + "." + "1234567"));
      case DOUBLE -> List.of(7.0, 0.1234567890123, 1e300, Double.NaN);
      case FLOAT -> List.of(7.0f, 0.1f, 1e30f, Float.NaN);
      case BOOLEAN -> List.of(true, false);
      case TEXT, OTHER -> Stream.concat(Stream.of("a\0"), written()).toList();
      case JSON -> List.of("{\"a\":[1]}", "\"\\u0000\"", "7", "true");
      case BYTES -> List.of(new Bytes(new byte[16]), new Bytes(new byte[] {'1'}));
      case DATE -> List.of(LocalDate.of(2018, 11, 4), LocalDate.of(9999, 12, 31));
      case TIME -> List.of(LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59, 999_999_000));
      case DATETIME ->
          List.of(LocalDateTime.of(2024, 1, 1, 0, 0), LocalDateTime.of(2018, 11, 4, 0, 30));
      case INSTANT -> List.of(Instant.EPOCH, Instant.parse("9999-12-31T23:59:59.999999Z"));
      case UUID -> List.of(new UUID(0, 0), new UUID(-1, -1));
    };
  }

  private static Stream<Object> written() {
    return Stream.of(
        "a",
        "7",
        "true",
        "{}",
        "2024-01-31",
        "10:00:00",
        "2024-01-31 10:00:00",
        "happy",
        "00112233-4455-6677-8899-aabbccddeeff");
  }

  private static String examples() {
    return Stream.concat(
            Stream.of("| value | into | becomes |", "| --- | --- | --- |"),
            EXAMPLES.stream().map(TypesReferenceTest::example))
        .collect(joining("\n"));
  }

  private static String example(Example example) {
    return "| `%s` | `%s` | %s |"
        .formatted(example.shown(), example.column().typeName, outcome(example));
  }

  private static String outcome(Example example) {
    List<String> used = new ArrayList<>();
    try {
      Object held =
          Conversion.into(example.column().nullable(), LONDON).convert(example.value(), used::add);
      return "`" + held + "`" + used.stream().map(rule -> " (" + rule + ")").collect(joining());
    } catch (RejectedValue e) {
      return e.reason() + ": " + String.valueOf(e.getMessage()).replace("|", "\\|");
    }
  }

  private static String section(String name, String now) throws Exception {
    String page = Files.readString(PAGE);
    String begin = "<!-- " + name + ": kept up to date by TypesReferenceTest -->\n";
    int from = page.indexOf(begin) + begin.length();
    int to = page.indexOf("<!-- end of " + name, from);
    if (Boolean.getBoolean("rehome.regenerate")) {
      Files.writeString(PAGE, page.substring(0, from) + now + "\n" + page.substring(to));
      return now;
    }
    return page.substring(from, to).strip();
  }
}
