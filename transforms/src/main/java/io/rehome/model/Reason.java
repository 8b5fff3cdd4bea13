package io.rehome.model;

/** Why a record was rejected, and whose turn it usually is. The names are used by scripts. */
public enum Reason {
  NULL(Turn.SOURCE),
  TOO_LONG(Turn.SOURCE),
  OUT_OF_RANGE(Turn.SOURCE),
  BAD_VALUE(Turn.SOURCE),
  NOT_LISTED(Turn.PLAN),
  BAD_TEXT(Turn.SOURCE),
  EXPRESSION(Turn.PLAN),
  CHECK_FAILED(Turn.SOURCE),
  LOOKUP_MISSING(Turn.PLAN),
  DUPLICATE(Turn.SOURCE),
  DUPLICATE_KEY(Turn.SOURCE),
  NULL_KEY(Turn.SOURCE),
  PARENT_MISSING(Turn.SOURCE),
  PARENT_NOT_LOADED(Turn.SOURCE),
  TOO_LARGE(Turn.SOURCE),
  TARGET_KEY_TAKEN(Turn.TARGET),
  TARGET_CHANGED(Turn.TARGET),
  TARGET_REFUSED(Turn.TARGET),
  REVIEW(Turn.PLAN);

  private final Turn turn;

  Reason(Turn turn) {
    this.turn = turn;
  }

  /** Whose turn it is. */
  public Turn turn() {
    return turn;
  }
}
