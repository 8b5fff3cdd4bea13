package io.rehome.io;

/**
 * How large a key range may be: about so many rows and, by the table's statistics, bytes.
 *
 * @param pageRows rows of a page: a range of more than one has no small one at its end
 */
public record RangeSize(long rows, long bytes, long pageRows) {

  /** One that is not read in pages. */
  public RangeSize(long rows, long bytes) {
    this(rows, bytes, 1);
  }

  /** How many rows of so many bytes it holds. */
  public long rowsOf(long rowBytes) {
    long fitting = Math.max(1, Math.min(rows, bytes / rowBytes));
    return fitting < pageRows ? fitting : fitting - fitting % pageRows;
  }
}
