package io.rehome.pipelines;

import java.io.Serializable;

/**
 * In which groups the ranges of a pipeline meet: those whose numbers have one remainder. The
 * DirectRunner pays for each group, at each step, about as much as for thousands of rows.
 */
record Groups(long most) implements Serializable {
  /** A group for each range. */
  static final Groups EACH = new Groups(Long.MAX_VALUE);

  long of(long range) {
    return Math.floorMod(range, most);
  }
}
