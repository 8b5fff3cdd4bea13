package io.rehome.io;

/**
 * A database refused the account, its password, its rights or the database's name: waiting does not
 * mend it, the plan or a DBA does.
 */
public final class Refusal extends IllegalStateException {
  private static final long serialVersionUID = 1;

  /** The message says who refused what, without secrets and without record content. */
  public Refusal(String message, Throwable cause) {
    super(message, cause);
  }
}
