package io.rehome.transforms.reconcile;

import io.rehome.model.TargetColumn;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What makes two values of a column the same. */
@FunctionalInterface
interface Meaning {

  boolean areSame(@Nullable Object one, @Nullable Object other);

  static Meaning of(TargetColumn column) {
    String type = column.typeName();
    if (type.equals("jsonb")) {
      return (one, other) -> Objects.equals(one, other) || JsonContent.isSame(one, other);
    }
    return type.startsWith("character(") || type.startsWith("bpchar")
        ? (one, other) -> Objects.equals(bare(one), bare(other))
        : Objects::equals;
  }

  private static @Nullable Object bare(@Nullable Object value) {
    if (!(value instanceof String text)) {
      return value;
    }
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(0, end);
  }
}
