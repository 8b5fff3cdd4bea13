package io.rehome.io.store;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rehome.io.LookupRows;
import io.rehome.model.Bytes;
import io.rehome.model.SourceType;
import io.rehome.model.TargetType;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept as JSON text reads back as the very values that were kept. */
final class StoredValuesTest {
  private static final long SEED = 20261122;

  private static final List<String> NASTY_TEXTS =
      List.of(
          "",
          " ",
          "null",
          "\"",
          "\\",
          "\\u0000",
          "\u0000",
          "a\u0000b",
          "\u0001\u001f\b\f\n\r\t",
          "\u007f\u0080\u00ff",
          "Zoë Łódź 漢字",
          "🐕🐈",
          "\uD83D",
          "\uDC15\uD83D",
          "x\uD83D",
          "\uFFFF\uFEFF",
          "</script>'; --",
          "{\"base64\": \"AA==\"}",
          "2020-00-00",
          "0000-00-00 00:00:00",
          "838:59:59",
          "1.10",
          "NaN");

  @Test
  void writesTheFormThatScriptsRead() {
    JsonText form = new JsonText(List.of("id", "a\"b", "price", "photo", "seen", "ok", "none"));
    assertThat(
        form.text(
            Arrays.asList(
                42L,
                "line\nbreak \"é\" \u0000",
                new BigDecimal("1.10"),
                new Bytes(new byte[] {0, -1}),
                Instant.parse("2024-03-10T02:30:00.123456Z"),
                true,
                null)),
        is(
            "{\"id\":42,\"a\\\"b\":\"line\\nbreak \\\"é\\\" \\u0000\",\"price\":1.10,"
                + "\"photo\":{\"base64\":\"AP8=\"},\"seen\":\"2024-03-10T02:30:00.123456Z\","
                + "\"ok\":true,\"none\":null}"));
  }

  @ParameterizedTest
  @EnumSource(SourceType.class)
  void aSourceValueReadsBackAsItWas(SourceType type) {
    for (Object value : of(type)) {
      assertThat(type + " " + value, roundTrip(Shapes.of(type), value), equalTo(value));
    }
  }

  @ParameterizedTest
  @EnumSource(TargetType.class)
  void aDocumentsValueReadsBackAsItWas(TargetType type) {
    SourceType alike = type == TargetType.ENUM ? SourceType.TEXT : SourceType.valueOf(type.name());
    for (Object value : typed(alike)) {
      assertThat(type + " " + value, roundTrip(Shapes.of(type), value), equalTo(value));
    }
  }

  @Test
  void anyTextReadsBackAsItWas() {
    Random random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      String text = anyText(random);
      assertThat("seed " + SEED, roundTrip(Shapes.TEXT, text), equalTo(text));
    }
  }

  /** A huge object is read in another way, value by value the same. */
  @ParameterizedTest
  @EnumSource(SourceType.class)
  void aValueBesideAHugeOneReadsBackAsItWas(SourceType type) {
    for (Object value : of(type)) {
      assertThat(type + " " + value, besideHuge(Shapes.of(type), value), equalTo(value));
    }
  }

  @Test
  void anyTextBesideAHugeOneReadsBackAsItWas() {
    Random random = new Random(SEED);
    for (int i = 0; i < 100; i++) {
      String text = anyText(random);
      assertThat("seed " + SEED, besideHuge(Shapes.TEXT, text), is(text));
    }
  }

  private static String anyText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(12); length > 0; length--) {
      text.append((char) random.nextInt(random.nextBoolean() ? 128 : 65_536));
    }
    return text.toString();
  }

  private static Object besideHuge(Shapes shape, Object value) {
    String huge = "line \"1\"\n" + "x\\".repeat(400_000) + "\n\u0000";
    JsonText form = new JsonText(List.of("none", "v\n", "unknown", "huge", "w"));
    String text = form.text(Arrays.asList(null, value, true, huge, value));
    List<Object> read =
        new JsonValues(
                List.of("none", "v\n", "huge", "w"), List.of(shape, shape, Shapes.TEXT, shape))
            .read(text);

    assertThat(read.get(0), is(nullValue()));
    assertThat(read.get(2), is(huge));
    assertThat(read.get(3), equalTo(value));
    return read.get(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"v\"",
        "{\"v\":\"",
        "{\"v\":1 ",
        "{\"v\":\"x\\",
        "[1]",
        "{\"v\":1 \"w\":2}"
      })
  void saysThatAHugeTextIsNotOfOurForm(String beginning) {
    String text = beginning + "x".repeat(2_000_000);
    assertThrows(
        UncheckedIOException.class,
        () -> new JsonValues(List.of("v"), List.of(Shapes.TEXT)).read(text));
  }

  @Test
  void anyKeyReadsBackAsItWasAndNoTwoAreStoredAlike() {
    Map<String, String> keys = new LinkedHashMap<>();
    for (String key : NASTY_TEXTS) {
      assertThat(KeyColumn.key(KeyColumn.stored(key)), is(key));
      keys.put(KeyColumn.stored(key), key);
    }
    assertThat(keys.size(), is(NASTY_TEXTS.size()));
    assertThat(KeyColumn.stored("plain 🐕 key"), is("plain 🐕 key"));
  }

  @Test
  void columnsAreFoundByNameWhenTheSourceHasChanged() {
    String kept = new JsonText(List.of("id", "old", "name")).text(List.of(1L, "x", "Ann"));
    JsonValues today =
        new JsonValues(
            List.of("name", "id", "new"), List.of(Shapes.TEXT, Shapes.INTEGER, Shapes.TEXT));
    assertThat(today.read(kept), equalTo(Arrays.asList("Ann", 1L, null)));
  }

  @Test
  void aLookupReadsBackInItsClasses() {
    Map<String, Object> row = new LinkedHashMap<>();
    List<Object> values =
        Stream.of(SourceType.values()).flatMap(type -> typed(type).stream()).toList();
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      columns.add("c" + i);
      row.put("c" + i, values.get(i));
    }
    columns.add("none");
    row.put("none", null);
    LookupRows rows = new LookupRows(columns, List.of(row));
    assertThat(LookupText.rows(LookupText.text(rows)), equalTo(rows));
    assertThat(
        LookupText.rows(LookupText.text(new LookupRows(List.of("a"), List.of()))).rows(),
        equalTo(List.of()));
  }

  private static Object roundTrip(Shapes shape, Object value) {
    String text = new JsonText(List.of("v")).text(Collections.singletonList(value));
    return new JsonValues(List.of("v"), List.of(shape)).read(text).get(0);
  }

  /** Values of the type's class, and those that travel as their text. */
  private static List<Object> of(SourceType type) {
    List<Object> values = new ArrayList<>(typed(type));
    if (type != SourceType.DOUBLE && type != SourceType.FLOAT) {
      values.addAll(NASTY_TEXTS);
    }
    return values;
  }

  private static List<Object> typed(SourceType type) {
    return switch (type) {
      case INTEGER ->
          List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE, new BigDecimal("18446744073709551615"));
      case DECIMAL ->
          List.of(
              new BigDecimal("0"),
              new BigDecimal("0.00"),
              new BigDecimal("1.10"),
              new BigDecimal("-12e3"),
              new BigDecimal("99999999999999999999999999999999999.999999999999999999999999999999"),
              new BigDecimal("0.000000000000000000000000000001"),
              new BigDecimal("7"));
      case DOUBLE ->
          List.of(
              0.0,
              -0.0,
              0.1,
              Double.MAX_VALUE,
              Double.MIN_VALUE,
              3.0,
              Double.NaN,
              Double.NEGATIVE_INFINITY);
      case FLOAT -> List.of(0f, -0f, 0.1f, Float.MAX_VALUE, Float.NaN, Float.POSITIVE_INFINITY);
      case BOOLEAN -> List.of(true, false);
      case TEXT, JSON, OTHER -> List.copyOf(NASTY_TEXTS);
      case BYTES -> List.of(new Bytes(new byte[0]), new Bytes(new byte[] {0, 1, -1, 34, 92}));
      case DATE ->
          List.of(LocalDate.of(1, 1, 1), LocalDate.of(1582, 10, 10), LocalDate.of(9999, 12, 31));
      case TIME ->
          List.of(LocalTime.MIDNIGHT, LocalTime.of(2, 30), LocalTime.parse("23:59:59.999999"));
      case DATETIME ->
          List.of(
              LocalDateTime.parse("2024-03-10T02:30"),
              LocalDateTime.parse("9999-12-31T23:59:59.999999"),
              LocalDateTime.parse("2024-03-10T02:30:00.000001"));
      case INSTANT ->
          List.of(
              Instant.EPOCH,
              Instant.parse("0001-01-01T00:00:00Z"),
              Instant.parse("2024-03-10T02:30:00.123456Z"));
      case UUID -> List.of(UUID.fromString("d9428888-122b-11e1-b85c-61cd3cbb3210"));
    };
  }
}
