package io.rehome.transforms.values;

import io.rehome.model.RejectedValue;
import java.io.Serializable;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many digits of a second a column keeps: six, or as its type says, as timestamp(3) does. */
record Precision(int digits) implements Serializable {
  private static final Pattern DECLARED = Pattern.compile("\\(([0-6])\\)");
  private static final int MICROSECONDS = 6;
  private static final int[] NANOS_OF_DIGIT = {
    1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000
  };

  static Precision of(String typeName) {
    Matcher declared = DECLARED.matcher(typeName);
    return new Precision(declared.find() ? Integer.parseInt(declared.group(1)) : MICROSECONDS);
  }

  /** OUT_OF_RANGE where this value has digits of a second that the column would round away. */
  void check(Temporal time, Object value) throws RejectedValue {
    if (time.get(ChronoField.NANO_OF_SECOND) % NANOS_OF_DIGIT[digits] != 0) {
      throw Refusal.outOfRange(value, "finer than " + digits + " digits of a second");
    }
  }
}
