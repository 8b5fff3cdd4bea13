package io.rehome.plan;

import java.io.Serializable;
import java.util.List;

/**
 * A plan that fits its databases.
 *
 * @param entities in the order of the file
 * @param levels the order in which they are migrated
 */
public record CheckedPlan(Plan plan, List<CheckedEntity> entities, Levels levels)
    implements Serializable {

  public CheckedPlan {
    entities = List.copyOf(entities);
  }

  /**
   * The entity of this name.
   *
   * @throws IllegalArgumentException where the plan has none
   */
  public CheckedEntity entity(String name) {
    return entities.stream()
        .filter(entity -> entity.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no entity " + name));
  }
}
