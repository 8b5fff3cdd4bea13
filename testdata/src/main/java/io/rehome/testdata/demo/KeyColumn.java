package io.rehome.testdata.demo;

/**
 * A column of a key and the SQL that computes it.
 *
 * @param formula in which {@code #} is the number of the row, from 1 on
 */
public record KeyColumn(String name, String formula) {
  String of(String index) {
    return formula.replace("#", index);
  }
}
