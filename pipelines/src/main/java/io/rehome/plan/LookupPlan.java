package io.rehome.plan;

import java.io.Serializable;

/** A table that expressions look values up in. */
public sealed interface LookupPlan extends Serializable {

  /** Its name in the plan. */
  String name();

  /** The column whose value is looked up. */
  String key();

  /**
   * A CSV file.
   *
   * @param file relative to the plan's folder, or absolute, as it was resolved
   */
  record Csv(String name, String file, String key) implements LookupPlan {}

  /** A table of the source. */
  record Table(String name, String table, String key) implements LookupPlan {}
}
