package io.rehome.transforms.values;

import io.rehome.model.RejectedValue;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** Into {@code boolean}, from a truth, 0 and 1, or "true" and "false" in any case; no guesses. */
record IntoBoolean() implements IntoType {

  @Override
  public Object convert(Object value, Consumer<String> used) throws RejectedValue {
    if (value instanceof Boolean) {
      return value;
    }
    if (isOne(value)) {
      return true;
    }
    if (isZero(value)) {
      return false;
    }
    throw Refusal.badValue(value, "neither 0 nor 1, true nor false");
  }

  private static boolean isOne(Object value) {
    return value instanceof String text
        ? text.equals("1") || text.equalsIgnoreCase("true")
        : is(value, BigDecimal.ONE);
  }

  private static boolean isZero(Object value) {
    return value instanceof String text
        ? text.equals("0") || text.equalsIgnoreCase("false")
        : is(value, BigDecimal.ZERO);
  }

  private static boolean is(Object value, BigDecimal number) {
    if (value instanceof Long || value instanceof Integer) {
      return ((Number) value).longValue() == number.longValue();
    }
    return value instanceof BigDecimal decimal && decimal.compareTo(number) == 0;
  }
}
