package io.rehome.transforms.values;

import io.rehome.model.RejectedValue;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Consumer;

/**
 * Into {@code timestamp without time zone}. A date is its midnight. An instant is refused: its date
 * and time depend on a zone, which only a rule can name.
 */
record IntoDateTime(Precision precision) implements IntoType {

  @Override
  public Object convert(Object value, Consumer<String> used) throws RejectedValue {
    LocalDateTime moment = moment(value);
    precision.check(moment, value);
    return Span.check(moment);
  }

  private static LocalDateTime moment(Object value) throws RejectedValue {
    if (value instanceof LocalDateTime moment) {
      return moment;
    } else if (value instanceof LocalDate date) {
      return date.atStartOfDay();
    } else if (value instanceof String text) {
      return written(text);
    }
    throw Refusal.badValue(value, "no date and time without a zone");
  }

  private static LocalDateTime written(String text) throws RejectedValue {
    WrittenMoment written = WrittenMoment.of(text);
    if (written.offset().isPresent()) {
      throw Refusal.badValue(text, "an instant: its date and time depend on a zone");
    }
    return written.moment();
  }
}
