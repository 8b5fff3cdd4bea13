package io.rehome.pipelines;

import io.rehome.model.KeyRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.Pipeline;

/**
 * Reads the ranges of entities that the campaign has not finished, each once a run, until none is
 * left: a range that was split leaves a new one.
 */
final class ReadRanges {
  /** Those that wait travel with each look at the gate. */
  private static final int AT_ONCE = 1_000;

  private final Parts parts;
  private final Set<Long> read = new HashSet<>();

  ReadRanges(Parts parts) {
    this.parts = parts;
  }

  void read(List<Stretch> stretches) {
    stretches.forEach(new PlanRanges(parts)::plan);
    new FindContenders(parts).find(List.copyOf(parts.rounds().ask(() -> open(stretches).keySet())));
    while (!parts.rounds().ask(() -> open(stretches)).isEmpty()) {
      readOpen(stretches);
    }
  }

  private void readOpen(List<Stretch> stretches) {
    List<KeyRange> ranges = new ArrayList<>();
    List<String> entities = stretches.stream().map(Stretch::entity).toList();
    parts.rounds().run("read", entities, pipeline -> fill(pipeline, stretches, ranges));
    parts.rounds().step(() -> parts.register().closeEmpty(parts.workplace().tag(), ranges));
    ranges.forEach(range -> read.add(range.id()));
  }

  private boolean fill(Pipeline pipeline, List<Stretch> stretches, List<KeyRange> ranges) {
    Map<Stretch, List<KeyRange>> open = open(stretches);
    parts.river().readRanges(pipeline, open);
    ranges.clear();
    open.values().forEach(ranges::addAll);
    return !open.isEmpty();
  }

  private Map<Stretch, List<KeyRange>> open(List<Stretch> stretches) {
    Map<Stretch, List<KeyRange>> open = new LinkedHashMap<>();
    for (Stretch stretch : stretches) {
      List<KeyRange> ranges = open(stretch);
      if (!ranges.isEmpty()) {
        open.put(stretch, ranges);
      }
    }
    return open;
  }

  private List<KeyRange> open(Stretch stretch) {
    List<KeyRange> open =
        parts.register().unfinished(parts.campaign(), stretch.entity()).orElse(List.of()).stream()
            .filter(range -> !read.contains(range.id()))
            .toList();
    return parts.river().gate().waves(open, AT_ONCE).stream().findFirst().orElse(List.of());
  }
}
