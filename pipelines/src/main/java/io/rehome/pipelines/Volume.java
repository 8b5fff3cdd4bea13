package io.rehome.pipelines;

import io.rehome.io.RangeSize;
import java.io.Serializable;

/**
 * How much travels at once: chosen by measurement (docs/adr).
 *
 * @param pageRows most rows of a page
 * @param pageBytes a page ends after the row that reaches it
 * @param rangeRows about how many rows a key range holds
 * @param splitBytes a reading that took so many bytes leaves the rest to a later pipeline
 * @param inFlightBytes the gate hands out ranges below it
 */
record Volume(int pageRows, long pageBytes, long rangeRows, long splitBytes, long inFlightBytes)
    implements Serializable {
  private static final long MEGABYTE = 1 << 20;
  private static final long COMPARED_ROW_BYTES = 64;
  private static final long RANGE_ROWS = 10_000;
  private static final long LEAST_RANGE_ROWS = 200;

  /**
   * What fits a JVM with this heap: a thirty-second of it, at most 16 MB, are in flight. More would
   * be in the heap for so long that the collector copies it, again and again.
   */
  static Volume of(long heapBytes) {
    return of(heapBytes, 0);
  }

  /**
   * The same, at this most of rows a second, 0 = any: a range is read again where its reader is cut
   * off, so one is what the rate lets through in a second. Some six readers share it, and all of
   * them are cut off together.
   */
  static Volume of(long heapBytes, long rowsPerSecond) {
    long inFlight = Math.min(16 * MEGABYTE, heapBytes / 32);
    long rows =
        rowsPerSecond == 0
            ? RANGE_ROWS
            : Math.min(RANGE_ROWS, Math.max(LEAST_RANGE_ROWS, rowsPerSecond));
    return new Volume(2000, 2 * MEGABYTE, rows, inFlight / 4, inFlight);
  }

  /**
   * How large a key range is planned: by the table's statistics half of what may be read at once,
   * in whole pages.
   */
  RangeSize rangeSize() {
    return new RangeSize(rangeRows, splitBytes / 2, pageRows);
  }

  /** How large a span of kept records is: they do not travel, and are read a page at a time. */
  RangeSize spanSize() {
    return new RangeSize(5 * rangeRows, 4 * inFlightBytes);
  }

  /**
   * How many ranges are compared at once where groups are held in memory: key and fingerprint of
   * each row, on both sides.
   */
  int comparedRanges() {
    return (int) Math.max(1, 8 * inFlightBytes / (rangeRows * COMPARED_ROW_BYTES));
  }
}
