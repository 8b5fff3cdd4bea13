package io.rehome.transforms.values;

import io.rehome.model.RejectedValue;
import java.math.BigDecimal;
import java.util.function.Consumer;

/**
 * Into {@code double precision}. A double or float is itself. Any other number is taken where it
 * can be had back: the nearest double's shortest decimal is this number, as it is for up to 15
 * digits.
 */
record IntoDouble() implements IntoType {

  @Override
  public Object convert(Object value, Consumer<String> used) throws RejectedValue {
    if (value instanceof Double || value instanceof Float) {
      return ((Number) value).doubleValue() + 0.0; // -0.0 becomes 0.0
    }
    return nearest(Numbers.of(value), value);
  }

  private static double nearest(BigDecimal number, Object value) throws RejectedValue {
    double nearest = number.doubleValue();
    if (Double.isInfinite(nearest) || BigDecimal.valueOf(nearest).compareTo(number) != 0) {
      throw Refusal.outOfRange(value, "more than a double precision number can hold");
    }
    return nearest + 0.0;
  }
}
