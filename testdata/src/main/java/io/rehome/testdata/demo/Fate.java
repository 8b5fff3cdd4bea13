package io.rehome.testdata.demo;

/** How a record ends, in the words that scripts use. */
public sealed interface Fate {
  /** It reaches the target. */
  record Loaded() implements Fate {}

  /** The plan does not choose it. */
  record Skipped() implements Fate {}

  /**
   * It is rejected.
   *
   * @param column the target column that is named; empty where none is
   */
  record Rejected(String stage, String reason, String column) implements Fate {}

  static Fate loaded() {
    return new Loaded();
  }

  static Fate skipped() {
    return new Skipped();
  }

  static Fate notListed(String column) {
    return new Rejected("MAP", "NOT_LISTED", column);
  }

  static Fate noExpression(String column) {
    return new Rejected("MAP", "EXPRESSION", column);
  }

  static Fate noLookup(String column) {
    return new Rejected("ENRICH", "LOOKUP_MISSING", column);
  }

  static Fate isNull(String column) {
    return atCheck("NULL", column);
  }

  static Fate badValue(String column) {
    return atCheck("BAD_VALUE", column);
  }

  static Fate badText(String column) {
    return atCheck("BAD_TEXT", column);
  }

  static Fate tooLong(String column) {
    return atCheck("TOO_LONG", column);
  }

  static Fate outOfRange(String column) {
    return atCheck("OUT_OF_RANGE", column);
  }

  static Fate failsCheck(String column) {
    return atCheck("CHECK_FAILED", column);
  }

  static Fate duplicate(String column) {
    return atCheck("DUPLICATE", column);
  }

  static Fate noParent(String column) {
    return new Rejected("REFERENCE", "PARENT_MISSING", column);
  }

  static Fate parentNotLoaded(String column) {
    return new Rejected("REFERENCE", "PARENT_NOT_LOADED", column);
  }

  /** By a constraint of the target that no catalog check foresees. */
  static Fate refused(String constraint) {
    return new Rejected("LOAD", "TARGET_REFUSED", constraint);
  }

  private static Fate atCheck(String reason, String column) {
    return new Rejected("CHECK", reason, column);
  }
}
