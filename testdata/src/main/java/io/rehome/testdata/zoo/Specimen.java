package io.rehome.testdata.zoo;

/**
 * A value of one type.
 *
 * @param type the column's type, in the engine's SQL
 * @param literal SQL of the value
 * @param text the value's exact text, as the engine itself renders it: bytes as {@code \x00ff},
 *     bits as the number that they are
 */
public record Specimen(String type, String literal, String text) {
  /** A specimen whose text is that of its quoted literal. */
  static Specimen text(String type, String text) {
    return new Specimen(type, "'" + text + "'", text);
  }

  /** A specimen whose text is that of its literal. */
  static Specimen number(String type, String number) {
    return new Specimen(type, number, number);
  }
}
