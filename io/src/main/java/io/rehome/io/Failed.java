package io.rehome.io;

import io.rehome.model.Outcome;
import io.rehome.model.Reason;
import io.rehome.model.SourceKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the records that are REJECTED or PENDING are meant.
 *
 * @param outcomes of these outcomes only
 * @param reasons rejections for these reasons only; empty = all, and what is PENDING too
 * @param since whose last attempt is not older; empty = of any time
 * @param keys of these keys only; empty = all
 */
public record Failed(
    Set<Outcome> outcomes, Set<Reason> reasons, Optional<Instant> since, List<SourceKey> keys) {

  /** What is PENDING, and nothing else. */
  public static final Failed UNFINISHED =
      new Failed(Set.of(Outcome.PENDING), Set.of(), Optional.empty(), List.of());

  public Failed {
    outcomes = Set.copyOf(outcomes);
    reasons = Set.copyOf(reasons);
    keys = List.copyOf(keys);
  }
}
