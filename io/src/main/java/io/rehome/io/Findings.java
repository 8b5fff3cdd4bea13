package io.rehome.io;

import java.util.List;

/**
 * What a comparison with the target found of one entity: {@code read = same + changed + missing +
 * missingRejected + skipped + merged}.
 *
 * @param missingRejected records whose present version the target lacks because it is rejected
 * @param unexpected target rows that no record accounts for
 * @param duplicated keys of which the target has several rows
 * @param sample the first of the differences
 */
public record Findings(
    String entity,
    long read,
    long same,
    long changed,
    long missing,
    long missingRejected,
    long skipped,
    long merged,
    long unexpected,
    long duplicated,
    double seconds,
    List<Difference> sample) {
  public Findings {
    sample = List.copyOf(sample);
  }

  /** Whether every row that was read is accounted for. */
  public boolean isBalanced() {
    return read == same + changed + missing + missingRejected + skipped + merged;
  }

  /** How many differences there are. What is missing for a known rejection is none. */
  public long differences() {
    return changed + missing + unexpected + duplicated;
  }
}
