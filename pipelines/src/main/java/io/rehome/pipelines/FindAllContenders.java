package io.rehome.pipelines;

import io.rehome.io.RangeSize;
import io.rehome.io.ReadLimits;
import io.rehome.model.KeyRange;
import io.rehome.model.SourceTable;
import io.rehome.transforms.EntityRules;
import java.util.List;
import org.apache.beam.sdk.Pipeline;

/** Runs the narrow pass for the entities that have unique values, before they are loaded. */
final class FindAllContenders {
  /** Claims that one pass may hold in memory: about 40 bytes each. */
  private static final long CLAIMS_AT_ONCE = 4_000_000;

  private static final long CLAIMS_IN_A_BUCKET = 200_000;
  private static final RangeSize RANGE = new RangeSize(50_000, Long.MAX_VALUE);

  private final Parts parts;

  FindAllContenders(Parts parts) {
    this.parts = parts;
  }

  /** Looks for them, and says when it is over. */
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

  private void find(Stretch stretch) {
    EntityRules rules = rules(stretch);
    find(stretch.source(), UniqueValues.columns(rules), rules.uniques().size());
  }

  private static String named(List<Stretch> stretches) {
    return String.join(", ", stretches.stream().map(Stretch::entity).toList());
  }

  private void find(SourceTable source, List<String> columns, int uniques) {
    parts.progress().phase("looking for unique values of " + source.entity() + " claimed twice");
    List<KeyRange> ranges = parts.rounds().ask(() -> parts.ranges(source, RANGE));
    long claims = ranges.size() * RANGE.rows() * uniques;
    for (Share share : Share.of(claims, CLAIMS_AT_ONCE)) {
      int buckets = (int) (1 + Math.min(claims, CLAIMS_AT_ONCE) / CLAIMS_IN_A_BUCKET);
      FindContenders contenders =
          new FindContenders(parts.workplace(), narrow(source, columns), share, buckets);
      parts.rounds().run("unique", pipeline -> fill(pipeline, columns, ranges, contenders));
    }
  }

  private boolean fill(
      Pipeline pipeline, List<String> columns, List<KeyRange> ranges, FindContenders contenders) {
    parts
        .river()
        .pages(
            pipeline,
            contenders.narrow(),
            ranges,
            new ReadLimits(
                columns,
                (int) RANGE.rows(),
                parts.volume().splitBytes(),
                Long.MAX_VALUE,
                parts.river().limits().rowsPerSecond()))
        .apply("Find contenders of " + contenders.narrow().entity(), contenders);
    return true;
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
