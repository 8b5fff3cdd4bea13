package io.rehome.pipelines;

import io.rehome.io.ClaimSearch;
import io.rehome.io.RangeSize;
import io.rehome.io.ReadLimits;
import io.rehome.model.KeyRange;
import io.rehome.model.SourceTable;
import io.rehome.transforms.EntityRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.ParDo;

/**
 * Finds the records that claim the same unique value before any of them is loaded, so that the
 * winner does not depend on who comes first: a narrow pass notes the claims in the store, range by
 * range, and the store tells those that meet. What was noted need not be read again after an
 * outage.
 */
final class FindContenders {
  /** A pipeline reads so many ranges at most: those that wait travel with each look at the gate. */
  private static final int AT_ONCE = 1_000;

  private final Parts parts;

  FindContenders(Parts parts) {
    this.parts = parts;
  }

  /** Looks for those of entities that have unique values, and says when it is over. */
  void find(List<Stretch> stretches) {
    List<Stretch> claiming =
        stretches.stream().filter(stretch -> !rules(stretch).uniques().isEmpty()).toList();
    claiming.forEach(this::find);
    if (!claiming.isEmpty()) {
      parts.progress().phase("moving " + named(stretches));
    }
  }

  private EntityRules rules(Stretch stretch) {
    return parts.workplace().rules().rules(stretch.entity());
  }

  private static String named(List<Stretch> stretches) {
    return String.join(", ", stretches.stream().map(Stretch::entity).toList());
  }

  private void find(Stretch stretch) {
    parts.progress().phase("looking for unique values of " + stretch.entity() + " claimed twice");
    List<String> columns = UniqueValues.columns(rules(stretch));
    SourceTable narrow = narrow(stretch.source(), columns);
    ClaimSearch search = parts.workplace().claimSearch(narrow);
    Reading reading = new Reading(narrow, limits(columns), ranges(stretch.source()), search);
    do {
      read(reading);
    } while (!parts.rounds().ask(search::end));
  }

  /** What is read: the entity's source with the columns that its unique fields read. */
  private record Reading(
      SourceTable narrow, ReadLimits limits, List<KeyRange> ranges, ClaimSearch search) {

    List<KeyRange> open() {
      Set<Long> searched = search.begin();
      return ranges.stream().filter(range -> !searched.contains(range.id())).toList();
    }
  }

  private List<KeyRange> ranges(SourceTable source) {
    RangeSize size = new RangeSize(parts.volume().rangeRows(), Long.MAX_VALUE);
    return parts.rounds().ask(() -> parts.ranges(source, size));
  }

  /** A narrow range is a page or two. */
  private ReadLimits limits(List<String> columns) {
    return new ReadLimits(
        columns,
        (int) parts.volume().rangeRows(),
        parts.volume().splitBytes(),
        Long.MAX_VALUE,
        parts.river().limits().rowsPerSecond());
  }

  private void read(Reading reading) {
    List<KeyRange> wave = new ArrayList<>();
    do {
      parts.rounds().run("unique", pipeline -> fill(pipeline, reading, wave));
      parts.rounds().step(() -> reading.search().close(wave));
    } while (!wave.isEmpty());
  }

  private boolean fill(Pipeline pipeline, Reading reading, List<KeyRange> wave) {
    wave.clear();
    parts.river().gate().waves(reading.open(), AT_ONCE).stream()
        .findFirst()
        .ifPresent(wave::addAll);
    if (!wave.isEmpty()) {
      parts
          .river()
          .pages(pipeline, reading.narrow(), wave, reading.limits())
          .apply(
              "Note claims of " + reading.narrow().entity(),
              ParDo.of(new NoteClaims(parts.workplace(), reading.narrow())));
    }
    return !wave.isEmpty();
  }

  private static SourceTable narrow(SourceTable source, List<String> columns) {
    return columns.isEmpty()
        ? source
        : new SourceTable(
            source.entity(),
            source.from(),
            source.where(),
            source.columns().stream().filter(column -> columns.contains(column.name())).toList(),
            source.key());
  }
}
