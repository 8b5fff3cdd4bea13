package io.rehome.io;

/**
 * What two queries of the plan that must agree answered, as text.
 *
 * @param sourceAnswer what the source answered, or why it did not
 * @param targetAnswer what the target answered, or why it did not
 */
public record Asserted(
    String sourceQuery,
    String targetQuery,
    String sourceAnswer,
    String targetAnswer,
    Agrees agrees) {

  /** Whether they agree. The names are kept in stores. */
  public enum Agrees {
    EQUAL,
    DIFFERENT,
    /** One of them was refused. */
    FAILED
  }

  /** Whether the plan's author must look at it. */
  public boolean isBroken() {
    return agrees != Agrees.EQUAL;
  }
}
