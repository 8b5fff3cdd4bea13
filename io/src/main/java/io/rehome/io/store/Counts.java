package io.rehome.io.store;

import io.rehome.model.Outcome;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A page's records by outcome as they will stand when it is confirmed; deferred ones as PENDING.
 */
final class Counts {
  private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
  private final Set<String> deferred = new LinkedHashSet<>();
  private int read;

  void read(int rows) {
    read = rows;
  }

  void add(Outcome outcome, String storedKey) {
    counts.merge(outcome, 1, Integer::sum);
    if (outcome == Outcome.PENDING) {
      deferred.add(storedKey);
    }
  }

  /** Takes back a record that the run's books hold already, and that is counted anew. */
  void supersede(Outcome outcome, String storedKey) {
    counts.merge(outcome, -1, Integer::sum);
    read--;
    if (outcome == Outcome.PENDING) {
      deferred.remove(storedKey);
    }
  }

  int read() {
    return read;
  }

  int of(Outcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }

  /** The keys of those whose outcome is to be counted here once they are settled. */
  Set<String> deferred() {
    return deferred;
  }
}
