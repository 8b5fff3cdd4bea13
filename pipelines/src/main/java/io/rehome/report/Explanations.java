package io.rehome.report;

import io.rehome.model.Reason;
import io.rehome.model.Turn;

/** What the names of reasons and turns mean, for those who read a report. */
public final class Explanations {
  private Explanations() {}

  /** What a reason means. */
  public static String of(Reason reason) {
    return switch (reason) {
      case NULL -> "A value is missing where the target requires one.";
      case TOO_LONG -> "A text is longer than the target's column.";
      case OUT_OF_RANGE -> "A number or date does not fit the target's column exactly.";
      case BAD_VALUE -> "A value is not what the target's type takes.";
      case NOT_LISTED -> "A value is not among those that the plan lists.";
      case BAD_TEXT -> "A text holds characters that the target cannot keep.";
      case EXPRESSION -> "An expression of the plan failed on this value.";
      case CHECK_FAILED -> "A check of the plan does not hold.";
      case LOOKUP_MISSING -> "A lookup table has no row for this value.";
      case DUPLICATE -> "Another record has the same unique value, and a lower key.";
      case DUPLICATE_KEY -> "Another record has the same key.";
      case NULL_KEY -> "A part of the record's key is NULL.";
      case PARENT_MISSING -> "The record names a parent that the source does not have.";
      case PARENT_NOT_LOADED -> "The record's parent was not migrated; it follows its parent.";
      case TOO_LARGE -> "The record is larger than what is moved.";
      case TARGET_KEY_TAKEN -> "The target has a row of this key that is not ours.";
      case TARGET_CHANGED -> "Somebody else changed the row in the target.";
      case TARGET_REFUSED -> "The target refused the row.";
      case REVIEW -> "The record waits for a person to decide.";
    };
  }

  /** Who has to act, as a heading. */
  public static String of(Turn turn) {
    return switch (turn) {
      case SOURCE -> "For the owners of the data";
      case PLAN -> "For the author of the plan";
      case TARGET -> "For the owners of the target";
    };
  }

  /** What they can do. */
  public static String remedy(Turn turn) {
    return switch (turn) {
      case SOURCE -> "Mend the records in the source, or let the plan say what they should become.";
      case PLAN -> "A rule does not fit the data: change the plan.";
      case TARGET -> "The target's rules or its content stand against these records.";
    };
  }
}
