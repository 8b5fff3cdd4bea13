package io.rehome.io.jdbc;

import java.util.regex.Pattern;

/**
 * A type's name without its length: a cast to varchar(3) would cut and one to numeric(5,2) round
 * without a word, where an assignment to the column is checked.
 */
final class PlainType {
  private static final Pattern LENGTH = Pattern.compile("\\([0-9]+(?:,-?[0-9]+)?\\)");

  private PlainType() {}

  static String of(String typeName) {
    String plain = LENGTH.matcher(typeName).replaceFirst("");
    return switch (plain) {
      case "character" -> "bpchar"; // "character" alone is one of length 1
      case "bit" -> "\"bit\""; // and so is "bit"
      default -> plain;
    };
  }
}
