package io.rehome.io.jdbc;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times from the text that the engines write: {@code 2024-03-31}, {@code
 * 02:30:00.123456}, {@code 2024-03-31 02:30:00}, {@code 2024-03-31 02:30:00+00}. What the calendar
 * does not hold (zero and partial dates, 31 February, 24:00 and beyond, negative times, infinity,
 * BC, the year 0) stays the text itself. No zone of this JVM takes part.
 */
final class ExactTimes {
  private static final int DATE = "yyyy-mm-dd".length();
  private static final int TIME = "hh:mm:ss".length();
  private static final int NANO_DIGITS = 9;
  private static final int NONE = -1;

  private ExactTimes() {}

  static Object date(String text) {
    LocalDate date = text.length() == DATE ? dateOf(text) : null;
    return date == null ? text : date;
  }

  static Object time(String text) {
    LocalTime time = timeOf(text, 0, text.length());
    return time == null ? text : time;
  }

  static Object dateTime(String text) {
    LocalDateTime dateTime = dateTimeOf(text, text.length());
    return dateTime == null ? text : dateTime;
  }

  /** A moment as a session that lives in UTC writes it, with or without {@code +00} at its end. */
  static Object instant(String text) {
    int end = text.endsWith("+00") ? text.length() - 3 : text.length();
    LocalDateTime utc = dateTimeOf(text, end);
    return utc == null ? text : utc.toInstant(ZoneOffset.UTC);
  }

  private static @Nullable LocalDateTime dateTimeOf(String text, int end) {
    if (end < DATE + 1 + TIME || text.charAt(DATE) != ' ') {
      return null;
    }
    LocalDate date = dateOf(text);
    LocalTime time = timeOf(text, DATE + 1, end);
    return date == null || time == null ? null : LocalDateTime.of(date, time);
  }

  private static @Nullable LocalDate dateOf(String text) {
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    boolean isDate = text.charAt(4) == '-' && text.charAt(7) == '-' && isDay(year, month, day);
    return isDate ? LocalDate.of(year, month, day) : null;
  }

  private static boolean isDay(int year, int month, int day) {
    return year > 0
        && month > 0
        && month <= 12
        && day > 0
        && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
  }

  private static @Nullable LocalTime timeOf(String text, int start, int end) {
    if (end < start + TIME || text.charAt(start + 2) != ':' || text.charAt(start + 5) != ':') {
      return null;
    }
    int hour = number(text, start, start + 2);
    int minute = number(text, start + 3, start + 5);
    int second = number(text, start + 6, start + TIME);
    int nano = nano(text, start + TIME, end);
    boolean isTime = isBelow(24, hour) && isBelow(60, minute) && isBelow(60, second) && nano >= 0;
    return isTime ? LocalTime.of(hour, minute, second, nano) : null;
  }

  private static boolean isBelow(int limit, int number) {
    return number >= 0 && number < limit;
  }

  private static int nano(String text, int start, int end) {
    if (start == end) {
      return 0;
    }
    int digits = end - start - 1;
    if (text.charAt(start) != '.' || digits == 0 || digits > NANO_DIGITS) {
      return NONE;
    }
    int fraction = number(text, start + 1, end);
    return fraction < 0 ? NONE : scaled(fraction, NANO_DIGITS - digits);
  }

  private static int scaled(int fraction, int zeros) {
    int scaled = fraction;
    for (int i = 0; i < zeros; i++) {
      scaled *= 10;
    }
    return scaled;
  }

  private static int number(String text, int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return NONE;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
