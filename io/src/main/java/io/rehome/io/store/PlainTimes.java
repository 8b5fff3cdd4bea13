package io.rehome.io.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads times of the forms that nearly all of them have, {@code 2019-03-31T02:30:15}, without the
 * seconds where they are none, and {@code 2019-03-31T02:30:15Z}, and only where the value would be
 * spelled like this: ten times as fast as the parser for all forms. Null for any other text.
 */
final class PlainTimes {
  private static final int TO_THE_MINUTE = "2019-03-31T02:30".length();
  private static final int TO_THE_SECOND = "2019-03-31T02:30:15".length();

  private PlainTimes() {}

  static @Nullable LocalDateTime dateTime(String text) {
    if (!hasForm(text, text.length())) {
      return null;
    }
    boolean isFullMinute = text.endsWith(":00") && text.length() == TO_THE_SECOND;
    return isFullMinute ? null : inCalendar(text, text.length());
  }

  static @Nullable Instant instant(String text) {
    if (!text.endsWith("Z") || !hasForm(text, TO_THE_SECOND) || text.length() > TO_THE_SECOND + 1) {
      return null;
    }
    @Nullable LocalDateTime time = inCalendar(text, TO_THE_SECOND);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }

  private static @Nullable LocalDateTime inCalendar(String text, int length) {
    try {
      return LocalDateTime.of(
          number(text, 0, 4),
          number(text, 5, 7),
          number(text, 8, 10),
          number(text, 11, 13),
          number(text, 14, 16),
          length == TO_THE_SECOND ? number(text, 17, 19) : 0);
    } catch (DateTimeException notInTheCalendar) {
      return null;
    }
  }

  private static boolean hasForm(String text, int length) {
    if (text.length() < length || (length != TO_THE_MINUTE && length != TO_THE_SECOND)) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (!fits(text.charAt(i), i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(char each, int place) {
    return switch (place) {
      case 4, 7 -> each == '-';
      case 10 -> each == 'T';
      case 13, 16 -> each == ':';
      default -> each >= '0' && each <= '9';
    };
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
