package io.rehome.io;

/** This run's lease was taken over: it may write nowhere any more, in store and target. */
public final class FencedOff extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The message names the marketplace. */
  public FencedOff(String message) {
    super(message);
  }
}
