package io.rehome.transforms.values;

import io.rehome.model.Bytes;
import io.rehome.model.Reason;
import io.rehome.model.RejectedValue;

/** Says which value cannot be had, and what was expected. */
final class Refusal {
  private static final int LONGEST_QUOTE = 80;

  private Refusal() {}

  /** {@code expected} reads on from "is": "no integer", "beyond the range of a date". */
  static RejectedValue badValue(Object value, String expected) {
    return because(Reason.BAD_VALUE, value, expected);
  }

  static RejectedValue outOfRange(Object value, String expected) {
    return because(Reason.OUT_OF_RANGE, value, expected);
  }

  static RejectedValue because(Reason reason, Object value, String expected) {
    return new RejectedValue(reason, quote(value) + " is " + expected);
  }

  static String quote(Object value) {
    if (value instanceof String text) {
      return '"' + shorten(text) + '"';
    }
    return value instanceof Bytes bytes
        ? "a binary value of " + bytes.array().length + " bytes"
        : shorten(value.toString());
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE - 1) + "…";
  }
}
