package io.rehome.plan;

import io.rehome.transforms.EntityRules;
import io.rehome.transforms.RulesFactory;
import java.time.Instant;

/**
 * Compiles the rules of a checked plan on the worker that applies them.
 *
 * @param campaignStarted what {@code now()} gives
 */
public record PlanRules(CheckedPlan plan, Instant campaignStarted, LookupContents lookups)
    implements RulesFactory {

  @Override
  public EntityRules rules(String entity) {
    throw new UnsupportedOperationException("not yet: rules of " + plan.entity(entity).name());
  }
}
