package io.rehome.plan;

import io.rehome.transforms.EntityRules;
import io.rehome.transforms.RulesFactory;
import io.rehome.transforms.expression.Surroundings;
import java.time.Instant;

/**
 * Compiles the rules of a checked plan on the worker that applies them. A lookup's table is read
 * when a rule first asks for it, once per JVM.
 *
 * @param campaignStarted what {@code now()} gives
 */
public record PlanRules(
    CheckedPlan plan,
    Instant campaignStarted,
    LookupContents lookups,
    CorrectionContents corrections)
    implements RulesFactory {

  @Override
  public EntityRules rules(String entity) {
    Surroundings surroundings = new PlanSurroundings(plan.plan(), campaignStarted, lookups);
    EntityRules rules = new CompileEntity(plan.plan(), plan.entity(entity), surroundings).rules();
    return rules.with(new CompileCorrections(rules.references()).of(corrections.of(entity)));
  }
}
