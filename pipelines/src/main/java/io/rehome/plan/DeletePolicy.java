package io.rehome.plan;

import java.io.Serializable;
import java.util.List;

/** What becomes of a loaded record that the source no longer has. */
public sealed interface DeletePolicy extends Serializable {

  /** It is reported and left alone. */
  record Report() implements DeletePolicy {}

  /** It is deleted. */
  record Delete() implements DeletePolicy {}

  /** Some of its fields are set. */
  record Mark(List<Change> changes) implements DeletePolicy {
    public Mark {
      changes = List.copyOf(changes);
    }
  }

  /** A field and what it becomes. */
  record Change(String field, Literal value) implements Serializable {}
}
