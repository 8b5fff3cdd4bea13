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
 * @param absent the keys of records that the source has no more
 */
public record Compared(
    long read,
    long unchanged,
    long rejected,
    long skipped,
    long merged,
    List<SourceKey> entering,
    List<SourceKey> absent) {
  public Compared {
    entering = List.copyOf(entering);
    absent = List.copyOf(absent);
  }

  /** Whether every row that was read is accounted for. */
  public boolean isBalanced() {
    return read == unchanged + rejected + skipped + merged + entering.size();
  }
}
