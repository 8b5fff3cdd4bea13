package io.rehome.transforms;

import org.jspecify.annotations.Nullable;

/** What to do where the parent that a field names is not there. NULL stays NULL. */
public record ReferenceRule(String field, String entity, Missing missing) {

  /** The answer to a missing parent. */
  public sealed interface Missing {
    /** The record is rejected, and waits for its parent. */
    record Reject() implements Missing {}

    /** The field becomes this value instead, or NULL. */
    record Instead(@Nullable Object value) implements Missing {}
  }
}
