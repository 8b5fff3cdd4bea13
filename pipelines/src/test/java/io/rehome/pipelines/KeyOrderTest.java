package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;

import io.rehome.model.SourceColumn;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class KeyOrderTest {

  @Test
  void ordersNumbersByValue() {
    assertThat(
        sorted(List.of(SourceType.INTEGER), "10", "9", "-3", "18446744073709551615"),
        contains("-3", "9", "10", "18446744073709551615"));
    assertThat(
        sorted(List.of(SourceType.DECIMAL), "10.5", "9.75", "-0.1"),
        contains("-0.1", "9.75", "10.5"));
  }

  @Test
  void ordersTextByCodeUnits() {
    assertThat(
        sorted(List.of(SourceType.TEXT), "b", "10", "B", "9"), contains("10", "9", "B", "b"));
  }

  @Test
  void ordersColumnByColumn() {
    assertThat(
        sorted(
            List.of(SourceType.INTEGER, SourceType.TEXT),
            "[\"10\",\"a\"]",
            "[\"9\",\"b\"]",
            "[\"9\",\"a\"]"),
        contains("[\"9\",\"a\"]", "[\"9\",\"b\"]", "[\"10\",\"a\"]"));
  }

  @Test
  void ordersHashesOfKeylessRowsByCodeUnits() {
    assertThat(sorted(List.of(), "b", "a"), contains("a", "b"));
  }

  @Test
  void neverLeavesTheOrderOfTwoKeysOpen() {
    assertThat(sorted(List.of(SourceType.DECIMAL), "1.0", "1.00"), contains("1.0", "1.00"));
    assertThat(sorted(List.of(SourceType.DECIMAL), "1.00", "1.0"), contains("1.0", "1.00"));
  }

  private static List<String> sorted(List<SourceType> types, String... keys) {
    List<SourceColumn> columns =
        types.stream().map(type -> new SourceColumn("k", type, type.name())).toList();
    List<SourceKey> sorted =
        Stream.of(keys).map(SourceKey::new).sorted(new KeyOrder(columns)).toList();
    return sorted.stream().map(SourceKey::text).toList();
  }
}
