package io.rehome.transforms.expression;

import io.rehome.model.Reason;
import io.rehome.model.RejectedValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Numbers as expressions see them: exact decimals, whatever they were. */
final class Numbers {
  /** Beyond any column of any engine, and small enough to compute with. */
  private static final int MOST_DIGITS = 1000;

  private static final Pattern WRITTEN = Pattern.compile("[+-]?\\d{1,400}(\\.\\d{1,400})?");

  private Numbers() {}

  /** The number's decimal value; a float or double stands for its shortest decimal text. */
  static BigDecimal decimal(Number number) throws RejectedValue {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    if (number instanceof Double || number instanceof Float) {
      return finite(number);
    }
    return number instanceof BigInteger integer
        ? new BigDecimal(integer)
        : BigDecimal.valueOf(number.longValue());
  }

  /** The decimal that a text spells: digits, optionally a sign and a point. */
  static BigDecimal parse(String text) throws RejectedValue {
    String digits = text.strip();
    if (!WRITTEN.matcher(digits).matches()) {
      throw new RejectedValue(Reason.BAD_VALUE, "not a number: " + Texts.shown(text));
    }
    return new BigDecimal(digits);
  }

  /** The same number, or a rejection where it has grown beyond all use. */
  static BigDecimal bounded(BigDecimal number) throws RejectedValue {
    if (Math.abs((long) number.scale()) + number.precision() > MOST_DIGITS) {
      throw new RejectedValue(
          Reason.EXPRESSION, "the result has more than " + MOST_DIGITS + " digits");
    }
    return number;
  }

  /** The text that equal numbers share: 1.50 is 1.5. */
  static String canonical(Number number) {
    return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
  }

  private static BigDecimal finite(Number number) throws RejectedValue {
    if (!Double.isFinite(number.doubleValue())) {
      throw new RejectedValue(Reason.EXPRESSION, number + " cannot be computed with");
    }
    return new BigDecimal(number.toString());
  }
}
