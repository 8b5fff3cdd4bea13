package io.rehome.plan;

import io.rehome.transforms.expression.LookupTable;
import io.rehome.transforms.expression.Surroundings;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a plan's expressions see besides the record. Safe for use by several threads. */
final class PlanSurroundings implements Surroundings {
  private final Plan plan;
  private final Instant now;
  private final LookupContents contents;
  private final Map<String, LookupTable> tables = new ConcurrentHashMap<>();

  PlanSurroundings(Plan plan, Instant now, LookupContents contents) {
    this.plan = plan;
    this.now = now;
    this.contents = contents;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public LookupTable lookup(String name) {
    LookupTable known = tables.get(name);
    return known != null ? known : tables.computeIfAbsent(name, this::read);
  }

  private LookupTable read(String name) {
    LookupPlan lookup =
        plan.lookup(name).orElseThrow(() -> new IllegalArgumentException("no lookup " + name));
    return LookupTables.of(lookup, contents);
  }
}
