package io.rehome.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All copies that a contender made, in turns with the others. */
final class Laps {
  private static final Comparator<Lap> BY_TIME =
      Comparator.comparingDouble(lap -> lap.costs().seconds());

  private final List<Lap> laps = new ArrayList<>();

  void add(Lap lap) {
    laps.add(lap);
    laps.sort(BY_TIME);
  }

  /** The one that half of the others were slower than. */
  Lap median() {
    return laps.get(laps.size() / 2);
  }

  double fastest() {
    return laps.get(0).costs().seconds();
  }

  double slowest() {
    return laps.get(laps.size() - 1).costs().seconds();
  }

  int count() {
    return laps.size();
  }
}
