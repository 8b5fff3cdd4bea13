package io.rehome.transforms;

import java.io.Serializable;

/** Compiles an entity's rules. Travels with the job; called once on each worker. */
public interface RulesFactory extends Serializable {

  /**
   * The compiled rules.
   *
   * @throws IllegalArgumentException where the plan has no such entity
   */
  EntityRules rules(String entity);
}
