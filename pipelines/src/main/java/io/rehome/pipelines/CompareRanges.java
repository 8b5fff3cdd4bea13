package io.rehome.pipelines;

import io.rehome.io.Compared;
import io.rehome.io.ReadLimits;
import io.rehome.io.Scan;
import io.rehome.io.Selections;
import io.rehome.model.KeyRange;
import io.rehome.pipelines.CompareWithStore.Reading;
import io.rehome.transforms.EntityRules;
import io.rehome.transforms.RowFingerprints;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.Pipeline;

/** Compares all of the campaign's key ranges of some entities with the store, each once a scan. */
final class CompareRanges {
  private final Parts parts;
  private final Scan scan;

  CompareRanges(Parts parts, Scan scan) {
    this.parts = parts;
    this.scan = scan;
  }

  /**
   * Compares these entities, in this order: children before parents, so that the parent of a child
   * that is met is in the source before its own range is read.
   */
  void compare(List<Stretch> stretches) {
    stretches.forEach(new PlanRanges(parts)::plan);
    List<KeyRange> ranges =
        stretches.stream().flatMap(stretch -> uncompared(stretch).stream()).toList();
    parts
        .river()
        .gate()
        .waves(ranges, parts.volume().comparedRanges())
        .forEach(wave -> compare(stretches, wave));
  }

  private List<KeyRange> uncompared(Stretch stretch) {
    return parts.rounds().ask(() -> selections().uncompared(scan, stretch.entity()));
  }

  private void compare(List<Stretch> stretches, List<KeyRange> wave) {
    parts.rounds().run("compare", pipeline -> fill(pipeline, stretches, uncompared(wave)));
    parts.rounds().step(() -> uncompared(wave).forEach(this::compareEmpty));
  }

  private boolean fill(Pipeline pipeline, List<Stretch> stretches, List<KeyRange> ranges) {
    List<Reading> readings = new ArrayList<>();
    for (Stretch stretch : stretches) {
      List<KeyRange> some = of(stretch.entity(), ranges);
      if (!some.isEmpty()) {
        readings.add(new Reading(stretch.source(), limits(stretch), some));
      }
    }
    if (!readings.isEmpty()) {
      new CompareWithStore(parts.workplace(), scan, parts.river().gate()).fill(pipeline, readings);
    }
    return !readings.isEmpty();
  }

  private static List<KeyRange> of(String entity, List<KeyRange> ranges) {
    return ranges.stream().filter(range -> range.entity().equals(entity)).toList();
  }

  private List<KeyRange> uncompared(List<KeyRange> wave) {
    Set<KeyRange> open = new HashSet<>();
    wave.stream()
        .map(KeyRange::entity)
        .distinct()
        .forEach(entity -> open.addAll(selections().uncompared(scan, entity)));
    return wave.stream().filter(open::contains).toList();
  }

  private ReadLimits limits(Stretch stretch) {
    return new ReadLimits(
        columns(stretch),
        (int) parts.volume().rangeRows(),
        parts.volume().pageBytes(),
        Long.MAX_VALUE,
        parts.river().limits().rowsPerSecond());
  }

  /** Those that make the fingerprint; all where a row without a key may be told by its content. */
  private List<String> columns(Stretch stretch) {
    EntityRules rules = parts.workplace().rules().rules(stretch.entity());
    boolean hasPrimaryKey = parts.plan().entity(stretch.entity()).plan().key().isEmpty();
    Set<String> columns = new HashSet<>(RowFingerprints.columns(rules));
    stretch.source().key().forEach(column -> columns.add(column.name()));
    return hasPrimaryKey ? columns.stream().sorted().toList() : List.of();
  }

  /** A range that was read to its end, and of which no page came, has no rows. */
  private void compareEmpty(KeyRange range) {
    Compared found = ComparePrints.of(selections().prints(range), selections()).with(List.of());
    selections().compared(scan, range, found);
  }

  private Selections selections() {
    return parts.workplace().selections();
  }
}
