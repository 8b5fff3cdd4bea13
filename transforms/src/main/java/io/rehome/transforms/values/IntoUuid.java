package io.rehome.transforms.values;

import io.rehome.model.RejectedValue;
import java.math.BigInteger;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Into {@code uuid}, from a UUID or its text, with or without hyphens, in any case. Not from bytes:
 * their order differs between those who write them.
 */
record IntoUuid() implements IntoType {
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{32}");
  private static final Pattern HYPHENS =
      Pattern.compile(
          "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
  private static final int RADIX = 16;

  @Override
  public Object convert(Object value, Consumer<String> used) throws RejectedValue {
    if (value instanceof UUID) {
      return value;
    }
    if (value instanceof String text && HYPHENS.matcher(text).matches()) {
      return UUID.fromString(text);
    }
    if (value instanceof String text && HEX.matcher(text).matches()) {
      BigInteger bits = new BigInteger(text, RADIX);
      return new UUID(bits.shiftRight(Long.SIZE).longValue(), bits.longValue());
    }
    throw Refusal.badValue(value, "no UUID");
  }
}
