package io.rehome.plan;

import io.rehome.model.Bytes;
import io.rehome.model.TargetColumn;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values that plans name, as the column that takes them wants them. */
final class Literals {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,100}(\\.\\d{1,100})?");

  private Literals() {}

  /**
   * A number or truth where the column holds such and the text is not in quotes, else the text as
   * it is written; null for NULL. Whether it fits is for the column's conversion to say.
   */
  static @Nullable Object value(Literal literal, TargetColumn column) {
    if (literal.kind() == Literal.Kind.NULL) {
      return null;
    }
    if (literal.kind() == Literal.Kind.QUOTED) {
      return literal.text();
    }
    return switch (column.type()) {
      case INTEGER, DECIMAL, DOUBLE, FLOAT -> number(literal.text());
      case BOOLEAN -> truth(literal.text());
      default -> literal.text();
    };
  }

  /** The label under which a value of the source stands in a list. */
  static String label(Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value instanceof Bytes bytes
        ? HexFormat.of().formatHex(bytes.array())
        : value.toString();
  }

  private static Object number(String text) {
    return NUMBER.matcher(text).matches() ? new BigDecimal(text) : text;
  }

  private static Object truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> text;
    };
  }
}
