package io.rehome.transforms.expression;

import io.rehome.model.Bytes;
import io.rehome.model.Reason;
import io.rehome.model.RejectedValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HexFormat;

/** Values as text. */
final class Texts {
  private static final int LONGEST = 16_000_000;
  private static final int LONGEST_SHOWN = 60;

  private Texts() {}

  /** Plain digits, ISO dates and times, lower-case hexadecimal for bytes. */
  static String of(Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Double || value instanceof Float) {
      return floating((Number) value);
    }
    return value instanceof Bytes bytes
        ? HexFormat.of().formatHex(bytes.array())
        : value.toString();
  }

  /** What a value is, in words. */
  static String kind(Object value) {
    if (value instanceof String) {
      return "a text";
    }
    if (value instanceof Number) {
      return "a number";
    }
    if (value instanceof Boolean) {
      return "true or false";
    }
    return value instanceof Bytes ? "bytes" : time(value);
  }

  /** A value as a message quotes it. */
  static String shown(Object value) {
    String text = of(value);
    String head = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    return "'" + head + "'";
  }

  /** Refuses a text before it is made. */
  static void limit(long length) throws RejectedValue {
    if (length > LONGEST) {
      throw new RejectedValue(
          Reason.EXPRESSION, "the text would have more than " + LONGEST + " characters");
    }
  }

  private static String time(Object value) {
    if (value instanceof LocalDate) {
      return "a date";
    }
    if (value instanceof LocalDateTime) {
      return "a date-time without zone";
    }
    if (value instanceof LocalTime) {
      return "a time";
    }
    return value instanceof Instant ? "a moment" : value.getClass().getSimpleName();
  }

  private static String floating(Number number) {
    return Double.isFinite(number.doubleValue())
        ? new BigDecimal(number.toString()).toPlainString()
        : number.toString();
  }
}
