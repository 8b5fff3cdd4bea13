package io.rehome.transforms.values;

import io.rehome.model.Reason;
import io.rehome.model.RejectedValue;

/** Looks at the characters of a text as PostgreSQL sees them: as code points. */
final class Characters {
  private Characters() {}

  /**
   * How many there are.
   *
   * @throws RejectedValue BAD_TEXT where PostgreSQL cannot hold one of them: the NUL character, or
   *     half of a surrogate pair
   */
  static int count(String text) throws RejectedValue {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return countWithCare(text, i);
      }
    }
    return length;
  }

  private static int countWithCare(String text, int from) throws RejectedValue {
    int count = from;
    for (int i = from; i < text.length(); count++) {
      int point = text.codePointAt(i);
      if (point == 0) {
        throw bad(text, "a NUL character", i);
      }
      if (Character.getType(point) == Character.SURROGATE) {
        throw bad(text, "half of a surrogate pair", i);
      }
      i += Character.charCount(point);
    }
    return count;
  }

  private static RejectedValue bad(String text, String what, int at) {
    return new RejectedValue(
        Reason.BAD_TEXT,
        "%s at position %d of %s".formatted(what, at + 1, Refusal.quote(text.substring(0, at))));
  }
}
