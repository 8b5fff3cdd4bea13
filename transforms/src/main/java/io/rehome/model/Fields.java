package io.rehome.model;

import org.jspecify.annotations.Nullable;

/** The named values of one record, as a rule sees them. */
public interface Fields {

  /**
   * The value of this column or field, null where it is NULL.
   *
   * @throws IllegalArgumentException where there is none of this name
   */
  @Nullable Object value(String name);

  /** Counts one use of a named rule; the report shows the sum. */
  void used(String rule);
}
