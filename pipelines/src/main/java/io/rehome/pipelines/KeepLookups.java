package io.rehome.pipelines;

import io.rehome.io.LookupRows;
import io.rehome.io.Register;
import io.rehome.io.Source;
import io.rehome.io.UnknownName;
import io.rehome.plan.CsvLookup;
import io.rehome.plan.LookupPlan;
import io.rehome.plan.Plan;
import io.rehome.plan.PlanRefused;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the plan's lookups and keeps their content in the store, as versions. */
final class KeepLookups {
  private final Plan plan;
  private final Source source;
  private final Register register;

  KeepLookups(Plan plan, Source source, Register register) {
    this.plan = plan;
    this.source = source;
    this.register = register;
  }

  /** The version of each lookup by its name. */
  Map<String, Integer> versions() {
    Map<String, Integer> versions = new LinkedHashMap<>();
    for (LookupPlan lookup : plan.lookups()) {
      versions.put(lookup.name(), register.lookup(lookup.name(), rows(lookup)));
    }
    return versions;
  }

  private LookupRows rows(LookupPlan lookup) {
    return lookup instanceof LookupPlan.Csv csv ? rows(csv) : rows((LookupPlan.Table) lookup);
  }

  private static LookupRows rows(LookupPlan.Csv csv) {
    try {
      return CsvLookup.read(csv);
    } catch (PlanRefused e) {
      throw new IllegalStateException("the lookup " + csv.name() + " changed", e);
    }
  }

  private LookupRows rows(LookupPlan.Table table) {
    try {
      return source.lookup(table.table());
    } catch (UnknownName e) {
      throw new IllegalStateException("the lookup " + table.name() + " vanished", e);
    }
  }
}
