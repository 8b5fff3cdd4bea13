package io.rehome.io.store;

import io.rehome.model.Outcome;
import java.util.EnumMap;
import java.util.Map;

/**
 * A page's records by outcome as they will stand when it is confirmed; deferred ones as PENDING.
 */
final class Counts {
  private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
  private int read;

  void read(int rows) {
    read = rows;
  }

  void add(Outcome outcome) {
    counts.merge(outcome, 1, Integer::sum);
  }

  /** Takes back a record that the run's books hold already, and that is counted anew. */
  void supersede(Outcome outcome) {
    counts.merge(outcome, -1, Integer::sum);
    read--;
  }

  int read() {
    return read;
  }

  int of(Outcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }
}
