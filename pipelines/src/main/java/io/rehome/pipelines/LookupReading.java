package io.rehome.pipelines;

import io.rehome.io.LookupRows;
import io.rehome.io.Source;
import io.rehome.io.UnknownName;
import io.rehome.plan.CsvLookup;
import io.rehome.plan.LookupPlan;
import io.rehome.plan.PlanRefused;

/** Reads a lookup's content as it is now, wherever the plan says it is. */
final class LookupReading {
  private LookupReading() {}

  /**
   * All its rows.
   *
   * @throws IllegalStateException where the table or file is gone, or was damaged, since the plan
   *     was checked
   */
  static LookupRows rows(LookupPlan lookup, Source source) {
    try {
      return lookup instanceof LookupPlan.Csv csv
          ? CsvLookup.read(csv)
          : source.lookup(((LookupPlan.Table) lookup).table());
    } catch (UnknownName | PlanRefused e) {
      throw new IllegalStateException("the lookup " + lookup.name() + ": " + e.getMessage(), e);
    }
  }
}
