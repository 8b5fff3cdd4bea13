package io.rehome.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceKeyTest {

  static Stream<List<String>> parts() {
    return Stream.of(
        List.of(""),
        List.of("[\"7\"]"),
        List.of("a\"b"),
        List.of("", ""),
        List.of("a", "b,c"),
        List.of("a,b", "c"),
        List.of("quote \" and \\ backslash", "\",\""),
        List.of("\n\t\r\b\f\u0000\u001f", "é漢🐾"),
        List.of("1", "2", "3"));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void givesBackItsParts(List<String> parts) {
    assertThat(SourceKey.of(parts).parts(parts.size()), is(parts));
  }

  @Test
  void isTheValueItselfWhereItIsOneColumnElseAJsonArray() {
    assertThat(SourceKey.of(List.of("a\"b")).text(), is("a\"b"));
    assertThat(SourceKey.of(List.of("9", "a\"\\\n")).text(), is("[\"9\",\"a\\\"\\\\\\u000a\"]"));
  }

  @Test
  void tellsNeighboursApart() {
    List<List<String>> neighbours =
        List.of(
            List.of("a", "b,c"),
            List.of("a,b", "c"),
            List.of("a\",\"b", "c"),
            List.of("a", "b\",\"c"),
            List.of("a\\", "b"),
            List.of("a", "\\b"),
            List.of("", "ab"),
            List.of("ab", ""));

    long keys = neighbours.stream().map(SourceKey::of).distinct().count();

    assertThat(keys, is((long) neighbours.size()));
  }

  @Test
  void spellsValuesWithoutExponentsAndBytesInHexadecimal() {
    SourceKey key =
        SourceKey.ofValues(
            List.of(
                new BigDecimal("18446744073709551615"),
                new BigDecimal("1E+3"),
                new Bytes(new byte[] {0, (byte) 0xAF}),
                LocalDate.of(2024, 2, 29),
                UUID.fromString("6BA7B811-9DAD-11D1-80B4-00C04FD430C8")));

    assertThat(
        key.parts(5),
        is(
            List.of(
                "18446744073709551615",
                "1000",
                "00af",
                "2024-02-29",
                "6ba7b811-9dad-11d1-80b4-00c04fd430c8")));
  }

  @Test
  void readsTheOtherEscapesOfJson() {
    assertThat(new SourceKey("[\"\\u00e9\\n\\/\",\"\\\"\"]").parts(2), is(List.of("é\n/", "\"")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7",
        "[]",
        "[\"a\"]",
        "[\"a\",\"b\",\"c\"]",
        "[\"a\",\"b\"",
        "[\"a\",\"b\"]]",
        "[\"a\" ,\"b\"]",
        "[\"a\",\"b",
        "[\"a\",\"\\u12",
        "[\"a\",\"\\u12zz\"]",
        "[\"a\",\"\\"
      })
  void refusesWhatIsNoKeyOfTwoColumns(String text) {
    assertThrows(IllegalArgumentException.class, () -> new SourceKey(text).parts(2));
  }

  @Test
  void ordersByCodeUnits() {
    assertThat(new SourceKey("10"), is(lessThan(new SourceKey("9"))));
    assertThat(new SourceKey("Z"), is(lessThan(new SourceKey("a"))));
  }

  /** The sums stand in stores: another hash would make every book look unbalanced. */
  @Test
  void hashesAsItAlwaysDid() {
    assertThat(new SourceKey("").hash64(), is(0xefd01f60ba992926L));
    assertThat(new SourceKey("4711").hash64(), is(0x9edda03fdab13031L));
  }

  @Test
  void setsOfTheSameSizeAndTotalHaveDifferentSums() {
    assertThat(sum("1", "4"), is(not(sum("2", "3"))));
    assertThat(sum("11", "22"), is(not(sum("12", "21"))));
    assertThat(sum("ab", "ba"), is(not(sum("aa", "bb"))));
    assertThat(sum("1", "4"), is(sum("4", "1")));
  }

  private static long sum(String... keys) {
    return Stream.of(keys).mapToLong(key -> new SourceKey(key).hash64()).sum();
  }
}
