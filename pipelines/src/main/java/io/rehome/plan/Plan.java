package io.rehome.plan;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A marketplace's migration as its file tells it: read, but not yet held against the databases.
 *
 * @param lookups in the order of the file
 * @param entities in the order of the file
 * @param assertions pairs of queries that VERIFY compares
 */
public record Plan(
    String marketplace,
    SourcePlan source,
    TargetPlan target,
    StorePlan store,
    List<LookupPlan> lookups,
    List<EntityPlan> entities,
    List<Assertion> assertions,
    Positions positions)
    implements Serializable {

  public Plan {
    lookups = List.copyOf(lookups);
    entities = List.copyOf(entities);
    assertions = List.copyOf(assertions);
  }

  /** The entity of this name. */
  public Optional<EntityPlan> entity(String name) {
    return entities.stream().filter(entity -> entity.name().equals(name)).findFirst();
  }

  /** The lookup of this name. */
  public Optional<LookupPlan> lookup(String name) {
    return lookups.stream().filter(lookup -> lookup.name().equals(name)).findFirst();
  }
}
