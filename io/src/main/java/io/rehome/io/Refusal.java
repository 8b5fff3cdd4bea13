package io.rehome.io;

/**
 * A database refused the account, its password, its rights or the database's name, or we refused
 * its certificate: waiting does not mend it, the plan or a DBA does.
 */
public final class Refusal extends IllegalStateException {
  private static final long serialVersionUID = 1;

  private final Ground ground;

  /** What it is about. */
  public enum Ground {
    ACCOUNT,
    CERTIFICATE
  }

  /** The message says who refused what, without secrets and without record content. */
  public Refusal(Ground ground, String message, Throwable cause) {
    super(message, cause);
    this.ground = ground;
  }

  public Ground ground() {
    return ground;
  }
}
