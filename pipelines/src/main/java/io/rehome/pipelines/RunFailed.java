package io.rehome.pipelines;

/** A fault of our own stopped a run. Its books are closed; the cause says what it was. */
public final class RunFailed extends Exception {
  private static final long serialVersionUID = 1;
  private final transient Ending ending;

  RunFailed(Ending ending, Throwable cause) {
    super(cause);
    this.ending = ending;
  }

  /** How far the run came. */
  public Ending ending() {
    return ending;
  }
}
