package io.rehome.plan;

import io.rehome.io.LookupRows;
import io.rehome.io.Source;
import io.rehome.io.Target;
import io.rehome.io.UnknownName;
import io.rehome.model.SourceTable;
import io.rehome.model.TargetTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the databases say of the tables that a plan names. Unknown ones are problems. */
final class Catalog {
  private final Plan plan;
  private final Problems problems;
  private final Map<String, SourceTable> sources = new HashMap<>();
  private final Map<String, TargetTable> targets = new HashMap<>();
  private final Map<String, Set<String>> lookups = new HashMap<>();

  private Catalog(Plan plan, Problems problems) {
    this.plan = plan;
    this.problems = problems;
  }

  static Catalog of(Plan plan, Source source, Target target, Problems problems) {
    Catalog catalog = new Catalog(plan, problems);
    plan.lookups().forEach(lookup -> catalog.read(lookup, source));
    plan.entities().forEach(entity -> catalog.describe(entity, source));
    plan.entities().forEach(entity -> catalog.describe(entity, target));
    return catalog;
  }

  /** The table that an entity reads; empty where there is none. */
  Optional<SourceTable> source(String entity) {
    return Optional.ofNullable(sources.get(entity));
  }

  /** The table that an entity writes; empty where there is none. */
  Optional<TargetTable> target(String entity) {
    return Optional.ofNullable(targets.get(entity));
  }

  /**
   * The columns of a lookup table of the source; none of a CSV file, which was looked at before.
   */
  Set<String> lookupColumns(String lookup) {
    return lookups.getOrDefault(lookup, Set.of());
  }

  private void describe(EntityPlan entity, Source source) {
    try {
      sources.put(
          entity.name(),
          source.describe(entity.name(), entity.from(), entity.condition(), entity.key()));
    } catch (UnknownName unknown) {
      tell(entity, blame(entity, source), unknown);
    }
  }

  /** Which of from, key and where the source does not know: asks again without the later ones. */
  private static String blame(EntityPlan entity, Source source) {
    try {
      source.describe(entity.name(), entity.from(), Optional.empty(), List.of());
      source.describe(entity.name(), entity.from(), Optional.empty(), entity.key());
      return "where";
    } catch (UnknownName unknown) {
      return isKnown(entity, source) ? "key" : "from";
    }
  }

  private static boolean isKnown(EntityPlan entity, Source source) {
    try {
      source.describe(entity.name(), entity.from(), Optional.empty(), List.of());
      return true;
    } catch (UnknownName unknown) {
      return false;
    }
  }

  private void tell(EntityPlan entity, String part, UnknownName unknown) {
    String name =
        part.equals("from") && entity.from() instanceof SourceTable.From.Table table
            ? table.name()
            : firstUnknown(entity, unknown.known());
    problems.add(
        plan.positions().of(entity.path(part)),
        String.valueOf(unknown.getMessage()),
        Hints.nearest(name, unknown.known()));
  }

  private static String firstUnknown(EntityPlan entity, List<String> known) {
    return entity.key().stream().filter(name -> !known.contains(name)).findFirst().orElse("");
  }

  private void describe(EntityPlan entity, Target target) {
    try {
      targets.put(entity.name(), target.describe(entity.to()));
    } catch (UnknownName unknown) {
      problems.add(
          plan.positions().of(entity.path("to")),
          String.valueOf(unknown.getMessage()),
          Hints.nearest(entity.to(), unknown.known()));
    }
  }

  private void read(LookupPlan lookup, Source source) {
    if (!(lookup instanceof LookupPlan.Table table)) {
      return;
    }
    String path = "lookups." + table.name();
    try {
      LookupRows content = source.lookup(table.table());
      lookups.put(table.name(), new HashSet<>(content.columns()));
      examine(table, content);
    } catch (UnknownName unknown) {
      problems.add(
          plan.positions().of(path + ".table"),
          String.valueOf(unknown.getMessage()),
          Hints.nearest(table.table(), unknown.known()));
    }
  }

  private void examine(LookupPlan.Table lookup, LookupRows content) {
    Where where = plan.positions().of("lookups." + lookup.name() + ".key");
    if (!content.columns().contains(lookup.key())) {
      problems.unknown(where, "column of " + lookup.table(), lookup.key(), content.columns());
      return;
    }
    LookupKeys.problem(lookup.key(), content).ifPresent(what -> problems.add(where, what));
  }
}
