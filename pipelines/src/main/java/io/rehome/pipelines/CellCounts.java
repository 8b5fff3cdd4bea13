package io.rehome.pipelines;

import io.rehome.model.Outcome;
import io.rehome.model.SourceKey;
import io.rehome.pipelines.KeyDigest.Suspects;
import java.util.EnumMap;
import java.util.Map;

/** How many keys of each outcome the cells of a {@link KeyDigest} have. Not for several threads. */
final class CellCounts {
  private final Map<Outcome, int[]> cells = new EnumMap<>(Outcome.class);

  void add(SourceKey key, Outcome outcome) {
    cells.computeIfAbsent(outcome, any -> new int[KeyDigest.CELLS])[KeyDigest.cell(key.hash64())]++;
  }

  /** Those of the cells in which nothing differs. */
  Map<Outcome, Long> outside(Suspects suspects) {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    cells.forEach((outcome, each) -> counts.put(outcome, outside(suspects, each)));
    return counts;
  }

  private static long outside(Suspects suspects, int[] counts) {
    long sum = 0;
    for (int cell = 0; cell < counts.length; cell++) {
      sum += suspects.holdsCell(cell) ? 0 : counts[cell];
    }
    return sum;
  }
}
