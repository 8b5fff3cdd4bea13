package io.rehome.plan;

import org.jspecify.annotations.Nullable;

/** The values that literals of a plan stand for. */
final class Literals {
  private Literals() {}

  /** NULL, or the text as it is written: the column's type says what it becomes. */
  static @Nullable Object value(Literal literal) {
    return literal.kind() == Literal.Kind.NULL ? null : literal.text();
  }
}
