package io.rehome.plan;

import io.rehome.transforms.expression.LookupTable;
import io.rehome.transforms.expression.Surroundings;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The campaign's start and the plan's lookups, each of them read once per JVM and version. */
record PlanSurroundings(Plan plan, Instant now, LookupContents contents) implements Surroundings {
  private static final Map<String, LookupTable> TABLES = new ConcurrentHashMap<>();

  @Override
  public LookupTable lookup(String name) {
    return TABLES.computeIfAbsent(contents.version(name), version -> table(name));
  }

  private LookupTable table(String name) {
    LookupPlan lookup =
        plan.lookup(name).orElseThrow(() -> new IllegalArgumentException("no lookup " + name));
    return LookupTable.of(name, lookup.key(), contents.read(name).rows());
  }
}
