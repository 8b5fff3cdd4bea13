package io.rehome.io;

import io.rehome.model.Correction;
import java.time.Instant;
import java.util.Optional;

/**
 * A correction with its history.
 *
 * @param undone by whom and when it was taken back or replaced; empty while it is in force
 * @param effect whether the record's latest attempt knew of it
 */
public record CorrectionEntry(
    Correction correction,
    String note,
    String madeBy,
    Instant madeAt,
    Optional<Undone> undone,
    Effect effect) {

  /** Who took it back. */
  public record Undone(String by, Instant at) {}

  /** What the record's latest attempt knew. */
  public enum Effect {
    /** It is in force, and the latest attempt was made with it. */
    APPLIED,
    /** It is in force, and the latest attempt was made before it. */
    NOT_APPLIED_YET,
    /** It was undone, and the latest attempt was made without it. */
    UNDONE,
    /** It was undone, and the latest attempt was made with it. */
    NOT_UNDONE_YET
  }
}
