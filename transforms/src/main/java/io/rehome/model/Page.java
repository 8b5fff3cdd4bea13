package io.rehome.model;

import java.io.Serializable;
import java.util.List;

/**
 * Up to about two thousand records of one entity and key range: the unit that travels through Beam.
 *
 * @param rows in the source's order
 * @param end what follows it in its reading
 * @param keySum the sum of {@link SourceKey#hash64} as the reader took it from the result set
 */
public record Page(PageId id, List<SourceRow> rows, End end, long keySum) implements Serializable {

  /** What follows a page. */
  public sealed interface End extends Serializable {
    /** Another page of the same reading follows. */
    record More() implements End {}

    /** It is the last page of its range. */
    record Last() implements End {}

    /**
     * The reading stopped here because enough bytes were taken; the keys above {@code key}, up to
     * the range's end, are a new range, read by a later pipeline.
     */
    record Split(List<String> key) implements End {}
  }

  /** About how many bytes its rows take. */
  public long bytes() {
    return rows.stream().mapToLong(SourceRow::bytes).sum();
  }
}
