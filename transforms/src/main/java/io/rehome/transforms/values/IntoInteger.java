package io.rehome.transforms.values;

import io.rehome.model.RejectedValue;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** Into {@code smallint}, {@code integer} or {@code bigint}, by the column's bytes. */
record IntoInteger(int bytes) implements IntoType {
  private static final int DIGITS_OF_LONG = 19;

  @Override
  public Object convert(Object value, Consumer<String> used) throws RejectedValue {
    long number = value instanceof Long whole ? whole : whole(Numbers.of(value), value);
    int spare = Long.SIZE - bytes * Byte.SIZE;
    if ((number << spare) >> spare != number) {
      throw tooLarge(value);
    }
    return number;
  }

  private long whole(BigDecimal number, Object value) throws RejectedValue {
    BigDecimal stripped = number.stripTrailingZeros();
    if ((long) stripped.precision() - stripped.scale() > DIGITS_OF_LONG) {
      throw tooLarge(value);
    }
    if (stripped.scale() > 0) {
      throw Refusal.outOfRange(value, "no whole number: it has digits after the point");
    }
    try {
      return stripped.longValueExact();
    } catch (ArithmeticException e) {
      throw tooLarge(value);
    }
  }

  private RejectedValue tooLarge(Object value) {
    return Refusal.outOfRange(value, "beyond an integer of " + bytes + " bytes");
  }
}
