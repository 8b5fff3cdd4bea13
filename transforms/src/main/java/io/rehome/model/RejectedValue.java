package io.rehome.model;

/** Thrown by a rule that cannot give a value: the record is rejected with this reason. */
public final class RejectedValue extends Exception {
  private static final long serialVersionUID = 1;
  private final Reason reason;

  /** A rule gave up for this reason; the message names the value and what was expected. */
  public RejectedValue(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** The rejection of the record whose {@code column} the rule was to fill. */
  public Rejection at(Stage stage, String column) {
    return new Rejection(stage, reason, column, String.valueOf(getMessage()));
  }
}
