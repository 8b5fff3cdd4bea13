package io.rehome.pipelines;

/** How a command ended, as its caller's shell sees it: the first that applies, in this order. */
public enum Exit {
  /** The plan or the options are wrong; nothing ran. */
  PLAN_WRONG(1),
  /** Another run holds the marketplace. */
  BUSY(5),
  /** SIGINT or SIGTERM came; the same command continues. */
  INTERRUPTED(130),
  /** An outage or a fault stopped it, or PENDING records remain; the same command continues. */
  RESUMABLE(3),
  /** The books do not balance. */
  UNBALANCED(4),
  /** It balances, but there are rejections above what is allowed, differences, gaps or blockers. */
  NOT_ACCEPTED(2),
  /** All is as wanted. */
  OK(0);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  /** The number that the process ends with. */
  public int code() {
    return code;
  }

  /** The one that the caller must hear of first. */
  public Exit or(Exit other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
