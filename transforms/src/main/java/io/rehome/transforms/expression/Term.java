package io.rehome.transforms.expression;

import io.rehome.model.RejectedValue;
import org.jspecify.annotations.Nullable;

/** A part of a compiled expression. */
@FunctionalInterface
interface Term {
  /** Its value for a record, null for NULL. */
  @Nullable Object in(Scope scope) throws RejectedValue;
}
