package io.rehome.testdata.demo;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * A table of "Pets &amp; Paws", and the entity that the plan makes of it.
 *
 * @param fixed how many rows it has at any scale
 * @param thousandths how many of a thousand records are its
 * @param key empty where the table has none
 */
public record LegacyTable(
    String name, String entity, int fixed, int thousandths, List<KeyColumn> key) {
  public LegacyTable {
    key = List.copyOf(key);
  }

  /** How many rows the generator makes. */
  public long rows(Scale scale) {
    return fixed + scale.thousandths(thousandths);
  }

  /** SQL of the key of the row of that number, as the store writes keys; the number where none. */
  String keyText(String index) {
    return key.isEmpty()
        ? "cast(" + index + " as char)"
        : text(key.stream().map(column -> column.of(index)).toList());
  }

  /** SQL of the key of a row of this alias, as the store writes keys. */
  public String keyTextOf(String alias) {
    return text(key.stream().map(column -> alias + "." + column.name()).toList());
  }

  /** SQL that holds for the row of this alias that has this number. */
  String isRow(String alias, String index) {
    return key.stream()
        .map(column -> alias + "." + column.name() + " = " + column.of(index))
        .collect(joining(" and "));
  }

  private static String text(List<String> values) {
    return values.size() == 1
        ? "cast(" + values.get(0) + " as char)"
        : values.stream().collect(joining(", '\",\"', ", "concat('[\"', ", ", '\"]')"));
  }
}
