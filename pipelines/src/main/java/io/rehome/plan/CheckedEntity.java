package io.rehome.plan;

import io.rehome.model.DocumentShape;
import io.rehome.model.SourceTable;
import java.io.Serializable;

/** An entity of a plan together with what its two catalogs say of it. */
public record CheckedEntity(EntityPlan plan, SourceTable source, DocumentShape shape)
    implements Serializable {

  /** Its name in the plan. */
  public String name() {
    return plan.name();
  }
}
