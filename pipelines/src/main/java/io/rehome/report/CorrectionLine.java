package io.rehome.report;

import io.rehome.io.CorrectionEntry;
import io.rehome.io.CorrectionEntry.Undone;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A correction as lists show it.
 *
 * @param value null for NULL
 */
public record CorrectionLine(
    String field,
    @Nullable String value,
    CorrectionEntry.Effect effect,
    String note,
    String madeBy,
    Instant madeAt,
    Optional<String> undoneBy,
    Optional<Instant> undoneAt) {

  /** The line of this entry. */
  public static CorrectionLine of(CorrectionEntry entry) {
    return new CorrectionLine(
        entry.correction().field(),
        entry.correction().value().orElse(null),
        entry.effect(),
        entry.note(),
        entry.madeBy(),
        entry.madeAt(),
        entry.undone().map(Undone::by),
        entry.undone().map(Undone::at));
  }
}
