package io.rehome.io;

import java.util.List;

/**
 * What a comparison found in a page of source rows.
 *
 * @param missingRejected records whose present version the target lacks because it is rejected
 */
public record PageFindings(
    long read,
    long same,
    long missingRejected,
    long skipped,
    long merged,
    List<Difference> differences) {
  public PageFindings {
    differences = List.copyOf(differences);
  }
}
