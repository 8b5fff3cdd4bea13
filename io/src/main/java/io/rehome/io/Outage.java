package io.rehome.io;

/**
 * A database or server could not be reached, gave up, or did not say what became of a request.
 * Never the fault of a record: what was under way stays PENDING and is tried again with the same
 * keys.
 */
public final class Outage extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** {@link #Outage(String, Throwable)} of which nothing else tells the cause. */
  public Outage(String message) {
    super(message);
  }

  /** The message says who was not reached, without secrets and without record content. */
  public Outage(String message, Throwable cause) {
    super(message, cause);
  }
}
