package io.rehome.transforms.values;

import io.rehome.model.RejectedValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Reads any value as a number. A double or float is the decimal number by which Java names it, from
 * which it can be had back; a truth is 1 or 0; a text is a number in ASCII digits, without blanks.
 */
final class Numbers {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,6})?");

  /** More than PostgreSQL's longest number has; a longer text would take long to read. */
  private static final int LONGEST_TEXT = 150_000;

  private Numbers() {}

  static BigDecimal of(Object value) throws RejectedValue {
    if (value instanceof BigDecimal decimal) {
      return decimal;
    } else if (value instanceof Number number) {
      return of(number);
    } else if (value instanceof String text) {
      return parse(text);
    } else if (value instanceof Boolean truth) {
      return truth ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    throw Refusal.badValue(value, "no number");
  }

  private static BigDecimal of(Number number) throws RejectedValue {
    if (number instanceof Double || number instanceof Float) {
      return floating(number);
    }
    return number instanceof BigInteger big
        ? new BigDecimal(big)
        : BigDecimal.valueOf(number.longValue());
  }

  private static BigDecimal floating(Number number) throws RejectedValue {
    if (!Double.isFinite(number.doubleValue())) {
      throw Refusal.badValue(number, "no number");
    }
    return new BigDecimal(number.toString());
  }

  private static BigDecimal parse(String text) throws RejectedValue {
    if (text.length() > LONGEST_TEXT || !NUMBER.matcher(text).matches()) {
      throw Refusal.badValue(text, "no number");
    }
    return new BigDecimal(text);
  }
}
