package io.rehome.pipelines;

import io.rehome.io.Register;
import io.rehome.io.Source;
import io.rehome.plan.LookupPlan;
import io.rehome.plan.Plan;
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
      versions.put(lookup.name(), version(lookup));
    }
    return versions;
  }

  private int version(LookupPlan lookup) {
    int version = register.lookup(lookup.name(), LookupReading.rows(lookup, source));
    if (lookup instanceof LookupPlan.Table table) {
      register.lookedUp(table.table(), table.name(), version);
    }
    return version;
  }
}
