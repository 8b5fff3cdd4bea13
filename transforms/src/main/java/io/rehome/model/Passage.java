package io.rehome.model;

import java.io.Serializable;
import java.util.List;

/**
 * A page under way: one candidate for each of its rows, in the same order.
 *
 * @param read how many rows the reader took
 * @param keySum the sum of {@link SourceKey#hash64} as the reader took it
 * @param rules how often each rule was used for these rows
 */
public record Passage(
    PageId id, Page.End end, int read, long keySum, List<Candidate> candidates, List<RuleUse> rules)
    implements Serializable {

  public Passage {
    candidates = List.copyOf(candidates);
    rules = List.copyOf(rules);
  }

  /** Its candidates that are to be loaded, in order. */
  public List<Candidate.Ready> ready() {
    return candidates.stream()
        .filter(Candidate.Ready.class::isInstance)
        .map(Candidate.Ready.class::cast)
        .toList();
  }

  /** About how many bytes its rows take. */
  public long bytes() {
    return candidates.stream().mapToLong(candidate -> candidate.row().bytes()).sum();
  }

  /** The same page with other candidates, after a step. */
  public Passage with(List<Candidate> candidates) {
    return new Passage(id, end, read, keySum, candidates, rules);
  }
}
