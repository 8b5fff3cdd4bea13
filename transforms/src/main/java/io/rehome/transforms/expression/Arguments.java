package io.rehome.transforms.expression;

import io.rehome.model.Bytes;
import io.rehome.model.Reason;
import io.rehome.model.RejectedValue;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a function was called with. */
final class Arguments {
  private final @Nullable Object[] values;
  private final Scope scope;

  Arguments(@Nullable Object[] values, Scope scope) {
    this.values = values;
    this.scope = scope;
  }

  int count() {
    return values.length;
  }

  Scope scope() {
    return scope;
  }

  boolean has(int index) {
    return index < values.length;
  }

  boolean anyIsNull() {
    for (Object value : values) {
      if (value == null) {
        return true;
      }
    }
    return false;
  }

  /** The value as it is, null for NULL. */
  @Nullable Object raw(int index) {
    return values[index];
  }

  /** The value, where NULL was excluded. */
  Object value(int index) throws RejectedValue {
    Object value = values[index];
    if (value == null) {
      throw new RejectedValue(Reason.EXPRESSION, "argument " + (index + 1) + " is NULL");
    }
    return value;
  }

  /** The value's text. Bytes have none. */
  String text(int index) throws RejectedValue {
    Object value = value(index);
    if (value instanceof Bytes) {
      throw unfit(index, "a text");
    }
    return Texts.of(value);
  }

  BigDecimal number(int index) throws RejectedValue {
    if (value(index) instanceof Number number) {
      return Numbers.decimal(number);
    }
    throw unfit(index, "a number");
  }

  /** A whole number of this interval. */
  int count(int index, int least, int most) throws RejectedValue {
    BigDecimal number = number(index);
    boolean fits =
        number.compareTo(BigDecimal.valueOf(least)) >= 0
            && number.compareTo(BigDecimal.valueOf(most)) <= 0
            && number.stripTrailingZeros().scale() <= 0;
    if (!fits) {
      throw unfit(index, "a whole number from " + least + " to " + most);
    }
    return number.intValue();
  }

  /** The value as one of this class. */
  <T> T as(int index, Class<T> type, String wanted) throws RejectedValue {
    Object value = value(index);
    if (!type.isInstance(value)) {
      throw unfit(index, wanted);
    }
    return type.cast(value);
  }

  RejectedValue unfit(int index, String wanted) throws RejectedValue {
    Object value = value(index);
    return new RejectedValue(
        Reason.EXPRESSION,
        "argument "
            + (index + 1)
            + " is "
            + Texts.kind(value)
            + ", not "
            + wanted
            + ": "
            + Texts.shown(value));
  }
}
