package io.rehome.pipelines;

import io.rehome.io.ReadLimits;
import io.rehome.io.Scan;
import io.rehome.io.Verifications;
import io.rehome.model.KeyRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;

/** Compares the ranges of entities that a verification has not looked at, each once. */
final class VerifyRanges {
  private final Parts parts;
  private final Scan scan;

  VerifyRanges(Parts parts, Scan scan) {
    this.parts = parts;
    this.scan = scan;
  }

  void verify(List<Stretch> stretches) {
    stretches.forEach(stretch -> parts.rounds().step(() -> plan(stretch)));
    while (!parts.rounds().ask(() -> open(stretches)).isEmpty()) {
      verifyOpen(stretches);
    }
  }

  private void verifyOpen(List<Stretch> stretches) {
    List<KeyRange> ranges = new ArrayList<>();
    parts.rounds().run("verify", pipeline -> fill(pipeline, stretches, ranges));
    parts.rounds().step(() -> verifications().closeEmpty(scan, ranges));
  }

  private void plan(Stretch stretch) {
    if (!verifications().isPlanned(scan, stretch.entity())) {
      List<List<String>> bounds =
          parts.workplace().source().bounds(stretch.source(), parts.volume().rangeSize());
      verifications().plan(scan, stretch.entity(), bounds);
    }
  }

  private boolean fill(Pipeline pipeline, List<Stretch> stretches, List<KeyRange> ranges) {
    Map<Stretch, List<KeyRange>> open = open(stretches);
    open.forEach((stretch, some) -> compare(pipeline, stretch, some));
    ranges.clear();
    open.values().forEach(ranges::addAll);
    return !open.isEmpty();
  }

  private Map<Stretch, List<KeyRange>> open(List<Stretch> stretches) {
    Map<Stretch, List<KeyRange>> open = new LinkedHashMap<>();
    stretches.forEach(
        stretch -> open.put(stretch, verifications().unverified(scan, stretch.entity())));
    open.values().removeIf(List::isEmpty);
    return open;
  }

  private void compare(Pipeline pipeline, Stretch stretch, List<KeyRange> ranges) {
    River river = parts.river();
    river
        .mapped(river.pages(pipeline, stretch.source(), ranges, limits()), stretch)
        .apply(
            "Compare " + stretch.entity(),
            new ComparePages(parts.workplace(), stretch.entity(), scan));
  }

  /** Nothing is loaded that a reading could run ahead of: it goes on for as much as may travel. */
  private ReadLimits limits() {
    ReadLimits usual = parts.river().limits();
    return new ReadLimits(
        usual.columns(),
        usual.pageRows(),
        usual.pageBytes(),
        parts.volume().inFlightBytes(),
        usual.rowsPerSecond());
  }

  private Verifications verifications() {
    return parts.workplace().verifications();
  }
}
