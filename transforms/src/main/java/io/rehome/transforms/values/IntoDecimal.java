package io.rehome.transforms.values;

import io.rehome.model.RejectedValue;
import java.math.BigDecimal;
import java.util.function.Consumer;

/**
 * Into {@code numeric}; {@code digits} = 0 is one without limit. Digits after the point that the
 * column has no room for are refused, not rounded, unless they are zeros.
 */
record IntoDecimal(int digits, int scale) implements IntoType {
  /** PostgreSQL's own limits of a numeric without limit. */
  private static final int MOST_BEFORE_POINT = 131_072;

  private static final int MOST_AFTER_POINT = 16_383;

  @Override
  public Object convert(Object value, Consumer<String> used) throws RejectedValue {
    BigDecimal number = Numbers.of(value).stripTrailingZeros();
    long beforePoint = (long) number.precision() - number.scale();
    if (number.signum() != 0 && beforePoint > mostBeforePoint()) {
      throw Refusal.outOfRange(
          value, "beyond a number of " + mostBeforePoint() + " digits before the point");
    }
    if (number.signum() != 0 && number.scale() > mostAfterPoint()) {
      throw Refusal.outOfRange(
          value, "a number of more than " + mostAfterPoint() + " digits after the point");
    }
    return number;
  }

  private int mostBeforePoint() {
    return digits == 0 ? MOST_BEFORE_POINT : digits - scale;
  }

  private int mostAfterPoint() {
    return digits == 0 ? MOST_AFTER_POINT : scale;
  }
}
