package io.rehome.transforms.values;

import io.rehome.model.RejectedValue;
import java.math.BigDecimal;
import java.util.function.Consumer;

/**
 * Into {@code real}. A float is itself, and so is a double that a float holds exactly. Any other
 * number is taken where it can be had back: the nearest float's shortest decimal is this number, as
 * it is for up to 6 digits.
 */
record IntoFloat() implements IntoType {

  @Override
  public Object convert(Object value, Consumer<String> used) throws RejectedValue {
    if (value instanceof Float single) {
      return single + 0.0f; // -0.0 becomes 0.0
    }
    if (value instanceof Double wide && isFloat(wide)) {
      return wide.floatValue() + 0.0f;
    }
    return nearest(Numbers.of(value), value);
  }

  private static boolean isFloat(double wide) {
    return Double.compare((float) wide, wide) == 0;
  }

  private static float nearest(BigDecimal number, Object value) throws RejectedValue {
    float nearest = number.floatValue();
    if (Float.isInfinite(nearest)
        || new BigDecimal(Float.toString(nearest)).compareTo(number) != 0) {
      throw Refusal.outOfRange(value, "more than a real can hold");
    }
    return nearest + 0.0f;
  }
}
