package io.rehome.io.jdbc;

import io.rehome.model.Bytes;
import org.jspecify.annotations.Nullable;

/** About how many bytes a value takes. */
final class ValueSize {
  private static final int SMALL = 8;

  private ValueSize() {}

  static int of(@Nullable Object value) {
    if (value instanceof String text) {
      return text.length();
    }
    if (value instanceof Bytes bytes) {
      return bytes.array().length;
    }
    return value == null ? 1 : SMALL;
  }
}
