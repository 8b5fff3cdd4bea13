package io.rehome.pipelines;

import io.rehome.io.Compared;
import io.rehome.model.SourceKey;
import io.rehome.pipelines.Remapped.Fate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what became of the records of a span, and names those that enter. */
final class RemapTally {
  private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);
  private final List<SourceKey> entering = new ArrayList<>();
  private long read;

  void add(Remapped remapped) {
    read++;
    fates.merge(remapped.fate(), 1L, Long::sum);
    if (remapped.fate() == Fate.ENTERS) {
      entering.add(remapped.kept().row().key());
    }
  }

  Compared compared() {
    return new Compared(
        read,
        of(Fate.UNCHANGED),
        of(Fate.STILL_REJECTED),
        of(Fate.STILL_SKIPPED),
        of(Fate.STILL_MERGED),
        entering,
        List.of());
  }

  private long of(Fate fate) {
    return fates.getOrDefault(fate, 0L);
  }
}
