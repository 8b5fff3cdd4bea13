package io.rehome.io;

import io.rehome.model.SourceKey;
import java.util.List;

/**
 * What a comparison found in one key range.
 *
 * @param read rows that the reader took
 * @param unchanged rows that need not enter, since nothing of them changed
 * @param rejected rows that need not enter, since they are rejected and did not change
 * @param entering the keys of those that enter the river
 * @param excluded the keys of those that the target holds and {@code where} excludes now
 * @param absent the keys of records that the source has no more
 * @param strays the keys of those whose records belonged to another range, or to none: they belong
 *     to this one from now on
 */
public record Compared(
    long read,
    long unchanged,
    long rejected,
    long skipped,
    long merged,
    List<SourceKey> entering,
    List<SourceKey> excluded,
    List<SourceKey> absent,
    List<SourceKey> strays) {
  /** Of no row. */
  public static final Compared NOTHING = new Compared(0, 0, 0, 0, 0, List.of(), List.of());

  public Compared {
    entering = List.copyOf(entering);
    excluded = List.copyOf(excluded);
    absent = List.copyOf(absent);
    strays = List.copyOf(strays);
  }

  /** A comparison in which every record is of the range and none is excluded. */
  public Compared(
      long read,
      long unchanged,
      long rejected,
      long skipped,
      long merged,
      List<SourceKey> entering,
      List<SourceKey> absent) {
    this(read, unchanged, rejected, skipped, merged, entering, List.of(), absent, List.of());
  }

  /** The same, and so many rows besides that are unchanged. */
  public Compared andUnchanged(long rows) {
    return new Compared(
        read + rows,
        unchanged + rows,
        rejected,
        skipped,
        merged,
        entering,
        excluded,
        absent,
        strays);
  }

  /** How many rows are selected for something to be done about them. */
  public long selected() {
    return (long) entering.size() + excluded.size();
  }

  /** Whether every row that was read is accounted for. */
  public boolean isBalanced() {
    return read == unchanged + rejected + skipped + merged + selected();
  }
}
