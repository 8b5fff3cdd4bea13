package io.rehome.transforms.expression;

import io.rehome.model.Reason;
import io.rehome.model.RejectedValue;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the signs of the language mean. Numbers are exact decimals: 7 / 2 is 3.5, and a quotient
 * that never ends is rejected. Nothing is converted behind the author's back: a text and a number
 * neither add nor compare.
 */
final class Operators {
  private Operators() {}

  /** The sum of numbers, or texts one after the other. */
  static Object add(Object left, Object right) throws RejectedValue {
    if (left instanceof String head && right instanceof String tail) {
      Texts.limit((long) head.length() + tail.length());
      return head + tail;
    }
    return Numbers.bounded(number(left, right, "+").add(number(right, left, "+")));
  }

  static Object subtract(Object left, Object right) throws RejectedValue {
    return Numbers.bounded(number(left, right, "-").subtract(number(right, left, "-")));
  }

  static Object multiply(Object left, Object right) throws RejectedValue {
    return Numbers.bounded(number(left, right, "*").multiply(number(right, left, "*")));
  }

  static Object divide(Object left, Object right) throws RejectedValue {
    BigDecimal divisor = divisor(left, right, "/");
    BigDecimal dividend = number(left, right, "/");
    try {
      return Numbers.bounded(dividend.divide(divisor));
    } catch (ArithmeticException e) {
      throw new RejectedValue(
          Reason.EXPRESSION,
          Texts.of(dividend)
              + " / "
              + Texts.of(divisor)
              + " never ends: say how it is rounded, with divide(a, b, digits)");
    }
  }

  /** The remainder, with the sign of the dividend. */
  static Object remainder(Object left, Object right) throws RejectedValue {
    return number(left, right, "%").remainder(divisor(left, right, "%"));
  }

  static Object negate(Object value) throws RejectedValue {
    return number(value, value, "-").negate();
  }

  static Object positive(Object value) throws RejectedValue {
    return number(value, value, "+");
  }

  /** Equal values of one kind; NULL equals NULL only. */
  static boolean same(@Nullable Object left, @Nullable Object right) throws RejectedValue {
    if (left == null || right == null) {
      return left == right;
    }
    return left.equals(right) || (isEqualOnlyByOrder(left, right) && compare(left, right) == 0);
  }

  /** The order of two values of one kind: numbers, texts by code units, dates, times, moments. */
  static int compare(Object left, Object right) throws RejectedValue {
    if (left instanceof Number a && right instanceof Number b) {
      return Numbers.decimal(a).compareTo(Numbers.decimal(b));
    }
    if (left.getClass() == right.getClass() && left instanceof Comparable<?> ordered) {
      @SuppressWarnings("unchecked") // of one class, which orders its own kind
      Comparable<Object> comparable = (Comparable<Object>) ordered;
      return comparable.compareTo(right);
    }
    throw mismatch(left, right, "compared");
  }

  /** Whether a condition holds: a number does unless it is 0. */
  static boolean holds(Object condition) throws RejectedValue {
    if (condition instanceof Boolean answer) {
      return answer;
    }
    if (condition instanceof Number number) {
      return Numbers.decimal(number).signum() != 0;
    }
    throw new RejectedValue(
        Reason.EXPRESSION, Texts.kind(condition) + " is no condition: " + Texts.shown(condition));
  }

  static boolean startsWith(Object text, Object start) throws RejectedValue {
    return both(text, start, "compared")[0].startsWith(both(text, start, "compared")[1]);
  }

  static boolean endsWith(Object text, Object end) throws RejectedValue {
    return both(text, end, "compared")[0].endsWith(both(text, end, "compared")[1]);
  }

  /** Whether equality is more than equals() here: numbers, and kinds that do not go together. */
  private static boolean isEqualOnlyByOrder(Object left, Object right) {
    boolean numbers = left instanceof Number && right instanceof Number;
    return numbers || !Objects.equals(left.getClass(), right.getClass());
  }

  private static String[] both(Object left, Object right, String verb) throws RejectedValue {
    if (left instanceof String a && right instanceof String b) {
      return new String[] {a, b};
    }
    throw mismatch(left, right, verb);
  }

  private static BigDecimal number(Object value, Object other, String sign) throws RejectedValue {
    if (value instanceof Number number) {
      return Numbers.decimal(number);
    }
    throw mismatch(value, other, "taken together by " + sign);
  }

  private static BigDecimal divisor(Object left, Object right, String sign) throws RejectedValue {
    BigDecimal divisor = number(right, left, sign);
    if (divisor.signum() == 0) {
      throw new RejectedValue(Reason.EXPRESSION, "division by zero");
    }
    return divisor;
  }

  private static RejectedValue mismatch(Object left, Object right, String verb) {
    return new RejectedValue(
        Reason.EXPRESSION,
        Texts.kind(left)
            + " and "
            + Texts.kind(right)
            + " cannot be "
            + verb
            + ": "
            + Texts.shown(left)
            + ", "
            + Texts.shown(right));
  }
}
