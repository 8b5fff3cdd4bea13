package io.rehome.transforms.values;

import io.rehome.model.RejectedValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date, with or without a time, with or without an offset, as a text gives it: 2024-01-31,
 * 2024-01-31 10:00, 2024-01-31T10:00:00.5+02:00. A day that no calendar has, such as 2020-00-00, is
 * no date.
 */
record WrittenMoment(LocalDateTime moment, Optional<ZoneOffset> offset) {
  private static final Pattern FORM =
      Pattern.compile(
          "([+-]?[0-9]{4,7})-([0-9]{2})-([0-9]{2})"
              + "(?:[ T]([0-9:.]{5,18})(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?");
  private static final Pattern TIME_FORM =
      Pattern.compile("([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\\.([0-9]{1,9}))?)?");
  private static final String NO_NANOS = "000000000";

  static WrittenMoment of(String text) throws RejectedValue {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw Refusal.badValue(text, "no date in the form of 2024-01-31");
    }
    try {
      return new WrittenMoment(
          date(form).atTime(form.group(4) == null ? LocalTime.MIDNIGHT : time(form.group(4))),
          Optional.ofNullable(form.group(5)).map(ZoneOffset::of));
    } catch (DateTimeException e) {
      throw Refusal.badValue(text, "no date and time that exists");
    }
  }

  /**
   * The time of day that this text gives: 10:00, 10:00:00, 10:00:00.5.
   *
   * @throws DateTimeException where it is none
   */
  static LocalTime time(String text) {
    Matcher form = TIME_FORM.matcher(text);
    if (!form.matches()) {
      throw new DateTimeException("not in the form of a time");
    }
    return LocalTime.of(number(form, 1), number(form, 2), number(form, 3), nanos(form.group(4)));
  }

  private static LocalDate date(Matcher form) {
    return LocalDate.of(number(form, 1), number(form, 2), number(form, 3));
  }

  private static int number(Matcher form, int group) {
    return form.group(group) == null ? 0 : Integer.parseInt(form.group(group));
  }

  private static int nanos(String fraction) {
    return fraction == null
        ? 0
        : Integer.parseInt(fraction + NO_NANOS.substring(fraction.length()));
  }
}
