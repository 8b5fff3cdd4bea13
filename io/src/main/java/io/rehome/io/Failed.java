package io.rehome.io;

import io.rehome.model.Reason;
import io.rehome.model.SourceKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the records that are REJECTED or PENDING are meant.
 *
 * @param reasons rejections for these reasons only; empty = all, and what is PENDING too
 * @param since whose last attempt is not older; empty = of any time
 * @param keys of these keys only; empty = all
 */
public record Failed(Set<Reason> reasons, Optional<Instant> since, List<SourceKey> keys) {
  public Failed {
    reasons = Set.copyOf(reasons);
    keys = List.copyOf(keys);
  }
}
