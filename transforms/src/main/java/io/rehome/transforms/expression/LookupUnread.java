package io.rehome.transforms.expression;

/** A lookup's table could not be read: no fault of the record that asked for it first. */
public final class LookupUnread extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The cause says why. */
  public LookupUnread(String lookup, RuntimeException cause) {
    super("the lookup " + lookup + " could not be read", cause);
  }
}
