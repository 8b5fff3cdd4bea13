package io.rehome.pipelines;

import io.rehome.io.RangeTally;
import java.util.List;
import java.util.Set;

/**
 * How far some entities' ranges are together.
 *
 * @param rows those of the finished ranges
 */
record RangeSum(long ranges, long finished, long rows) {

  /** The sum over these entities' ranges. */
  static RangeSum of(List<RangeTally> tallies, Set<String> entities) {
    List<RangeTally> some =
        tallies.stream().filter(tally -> entities.contains(tally.entity())).toList();
    return new RangeSum(
        some.stream().mapToLong(RangeTally::ranges).sum(),
        some.stream().mapToLong(RangeTally::finished).sum(),
        some.stream().mapToLong(RangeTally::rows).sum());
  }

  /** The rows that were finished since. */
  long rowsSince(RangeSum before) {
    return rows - before.rows;
  }

  /** About how many rows there were to finish then; 0 = nobody knows. */
  long expectedSince(RangeSum before) {
    return finished == 0 ? 0 : rows * ranges / finished - before.rows;
  }
}
