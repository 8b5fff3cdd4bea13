package io.rehome.io.store;

import io.rehome.model.Candidate;
import io.rehome.model.Outcome;

/** How far a record's attempt came; see docs/concepts/life-cycle.md. */
enum State {
  /** Sent, or about to be: PENDING until its page is confirmed, then LOADED. */
  READY('L', Outcome.PENDING),
  /** Waits until all of its entity are known. */
  DEFERRED('D', Outcome.PENDING),
  /** Decided: to be loaded. */
  SETTLED('S', Outcome.PENDING),
  REJECTED('R', Outcome.REJECTED),
  SKIPPED('K', Outcome.SKIPPED),
  MERGED('M', Outcome.MERGED),
  GONE('G', Outcome.GONE);

  private final char letter;
  private final Outcome open;

  State(char letter, Outcome open) {
    this.letter = letter;
    this.open = open;
  }

  /** What stands in {@code record.state}. */
  char letter() {
    return letter;
  }

  /** The letter as an SQL literal. */
  String sql() {
    return "'" + letter + "'";
  }

  /** The outcome that is shown while the attempt's page is open. */
  Outcome outcome() {
    return open;
  }

  static State of(String letter) {
    for (State state : values()) {
      if (state.letter == letter.charAt(0)) {
        return state;
      }
    }
    throw new IllegalArgumentException("no state " + letter);
  }

  /** The state in which a candidate's attempt begins; an unchanged one begins none. */
  static State begunBy(Candidate candidate) {
    if (candidate instanceof Candidate.Ready) {
      return READY;
    }
    if (candidate instanceof Candidate.Deferred) {
      return DEFERRED;
    }
    if (candidate instanceof Candidate.Rejected) {
      return REJECTED;
    }
    if (candidate instanceof Candidate.Skipped) {
      return SKIPPED;
    }
    throw new IllegalArgumentException(
        "a candidate that is only " + candidate.getClass().getSimpleName() + " begins no attempt");
  }
}
