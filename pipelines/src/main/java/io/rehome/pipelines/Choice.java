package io.rehome.pipelines;

import io.rehome.io.Failed;
import io.rehome.model.Outcome;
import io.rehome.model.Reason;
import io.rehome.model.SourceKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What narrows or widens a mode's look, where its user says so.
 *
 * @param reasons RETRY_FAILED: rejections for these reasons only; empty = all
 * @param since RETRY_FAILED: records whose last attempt is not older
 * @param from RETRY_FAILED: where rows are taken from
 * @param width DIFF: whether a column that tells changes may be trusted
 * @param maxDeletes DIFF: how many records of an entity may be deleted
 * @param checking VERIFY: how it looks at what differs
 */
public record Choice(
    Set<Reason> reasons,
    Optional<Instant> since,
    Origin from,
    Width width,
    Allowance maxDeletes,
    Checking checking) {

  /** What a user who says nothing gets. */
  public static final Choice DEFAULT =
      new Choice(
          Set.of(),
          Optional.empty(),
          Origin.SOURCE,
          Width.NARROWED,
          Allowance.parse("1%"),
          Checking.DEFAULT);

  /** How much of the source a pass looks at. */
  public enum Width {
    /** Where an entity names a column that tells changes, only what it tells. */
    NARROWED,
    /** All of it. */
    FULL
  }

  public Choice {
    reasons = Set.copyOf(reasons);
  }

  /** The same but for how VERIFY goes about it. */
  public Choice with(Checking checking) {
    return new Choice(reasons, since, from, width, maxDeletes, checking);
  }

  /** The failed records that are meant, of these keys. */
  Failed failed(List<String> keys) {
    return new Failed(
        Set.of(Outcome.REJECTED, Outcome.PENDING),
        reasons,
        since,
        keys.stream().map(SourceKey::new).toList());
  }
}
