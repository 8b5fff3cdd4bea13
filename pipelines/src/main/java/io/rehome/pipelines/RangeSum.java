package io.rehome.pipelines;

import io.rehome.io.RangeTally;
import java.util.List;
import java.util.Set;

/**
 * How far some entities' ranges are together.
 *
 * @param read those that are finished, or wait for their deferred records
 * @param rows what these read
 */
record RangeSum(long ranges, long read, long rows) {

  /** The sum over these entities' ranges. */
  static RangeSum of(List<RangeTally> tallies, Set<String> entities) {
    List<RangeTally> some =
        tallies.stream().filter(tally -> entities.contains(tally.entity())).toList();
    return new RangeSum(
        some.stream().mapToLong(RangeTally::ranges).sum(),
        some.stream().mapToLong(tally -> tally.finished() + tally.waiting()).sum(),
        some.stream().mapToLong(RangeTally::rows).sum());
  }

  /** The rows that were read since. */
  long rowsSince(RangeSum before) {
    return rows - before.rows;
  }

  /** About how many rows there were to read then; 0 = nobody knows. */
  long expectedSince(RangeSum before) {
    return read == 0 ? 0 : rows * ranges / read - before.rows;
  }
}
