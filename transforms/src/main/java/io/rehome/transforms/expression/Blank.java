package io.rehome.transforms.expression;

import org.jspecify.annotations.Nullable;

/** What counts as no value where a rule for blanks is given. */
public final class Blank {
  private Blank() {}

  /** Whether a value is NULL, an empty text, or a text of white space only. */
  public static boolean is(@Nullable Object value) {
    return value == null || (value instanceof String text && text.isBlank());
  }
}
