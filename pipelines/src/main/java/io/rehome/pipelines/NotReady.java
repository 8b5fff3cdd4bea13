package io.rehome.pipelines;

/** A database lacks what a run needs; the message says which command mends it. Nothing ran. */
public final class NotReady extends Exception {
  private static final long serialVersionUID = 1;

  NotReady(String message) {
    super(message);
  }
}
