package io.rehome.pipelines;

/** A request to end early, in such a way that the same command continues. */
final class Stop {
  private volatile boolean requested;

  void request() {
    requested = true;
  }

  boolean isRequested() {
    return requested;
  }

  /** Ends here where it was requested. */
  void check() {
    if (requested) {
      throw new Stopped();
    }
  }

  /** The run was told to end. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped() {
      super("stopped", null, false, false);
    }
  }
}
