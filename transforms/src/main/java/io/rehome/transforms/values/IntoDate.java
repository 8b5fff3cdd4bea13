package io.rehome.transforms.values;

import io.rehome.model.RejectedValue;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.function.Consumer;

/**
 * Into {@code date}, from a date, or a date and time at midnight. Not from an instant: which day it
 * is there depends on a zone.
 */
record IntoDate() implements IntoType {

  @Override
  public Object convert(Object value, Consumer<String> used) throws RejectedValue {
    if (value instanceof LocalDate date) {
      return Span.check(date);
    } else if (value instanceof LocalDateTime moment) {
      return Span.check(day(moment, value));
    } else if (value instanceof String text) {
      return Span.check(day(written(text), value));
    }
    throw Refusal.badValue(value, "no date");
  }

  private static LocalDateTime written(String text) throws RejectedValue {
    WrittenMoment written = WrittenMoment.of(text);
    if (written.offset().isPresent()) {
      throw Refusal.badValue(text, "an instant: which day it is depends on a zone");
    }
    return written.moment();
  }

  private static LocalDate day(LocalDateTime moment, Object value) throws RejectedValue {
    if (!moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      throw Refusal.badValue(value, "a date with a time of day, which a date cannot hold");
    }
    return moment.toLocalDate();
  }
}
