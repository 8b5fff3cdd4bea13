package io.rehome.pipelines;

import io.rehome.io.LookupRows;
import io.rehome.io.Source;
import io.rehome.plan.LookupContents;
import io.rehome.plan.LookupPlan;
import io.rehome.plan.Plan;

/** Lookups as they are now, without a store: for looking at single records. */
public record LiveLookups(Plan plan, Source source) implements LookupContents {
  private static final long serialVersionUID = 1;

  @Override
  public String version(String lookup) {
    return plan.marketplace() + "/" + lookup + "/live";
  }

  @Override
  public LookupRows read(String lookup) {
    LookupPlan known =
        plan.lookup(lookup)
            .orElseThrow(() -> new IllegalArgumentException("the plan has no lookup " + lookup));
    return LookupReading.rows(known, source);
  }
}
