package io.rehome.plan;

import java.io.Serializable;
import java.util.List;

/** How a record's key in the target is made. */
public sealed interface IdPlan extends Serializable {

  /** The source key itself. */
  record Keep() implements IdPlan {}

  /** The integer source key plus a number. */
  record Offset(long by) implements IdPlan {}

  /** The version 5 UUID of marketplace, entity and source key. */
  record Uuid() implements IdPlan {}

  /** Fields that other rules fill. */
  record Mapped(List<String> fields) implements IdPlan {
    public Mapped {
      fields = List.copyOf(fields);
    }
  }
}
