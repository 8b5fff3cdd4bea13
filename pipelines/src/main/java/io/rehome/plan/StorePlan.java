package io.rehome.plan;

import io.rehome.io.DatabaseAddress;
import io.rehome.io.Keep;
import java.io.Serializable;

/** Where the migrator store is, and how much of a record it keeps. */
public record StorePlan(Place place, Keep keep) implements Serializable {

  /** Where it is. */
  public sealed interface Place extends Serializable {
    /** A PostgreSQL of our own, under {@code .rehome/}. */
    record Embedded() implements Place {}

    /** A PostgreSQL of the user's. */
    record Database(DatabaseAddress address) implements Place {}
  }
}
