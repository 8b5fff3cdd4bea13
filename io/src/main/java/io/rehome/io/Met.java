package io.rehome.io;

import io.rehome.model.Outcome;
import io.rehome.model.SourceKey;
import java.util.Map;

/**
 * What a comparison of keys found in a bucket.
 *
 * @param counts the rows that need not enter, by what they are
 * @param entering the keys of those that enter the river, each with the number of its range
 */
public record Met(Map<Outcome, Long> counts, Map<SourceKey, Long> entering) {
  public Met {
    counts = Map.copyOf(counts);
    entering = Map.copyOf(entering);
  }

  /** How many are of this outcome. */
  public long count(Outcome outcome) {
    return counts.getOrDefault(outcome, 0L);
  }

  /** How many there are. */
  public long read() {
    return counts.values().stream().mapToLong(Long::longValue).sum() + entering.size();
  }
}
