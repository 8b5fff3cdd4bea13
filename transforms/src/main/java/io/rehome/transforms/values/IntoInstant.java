package io.rehome.transforms.values;

import io.rehome.model.RejectedValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;

/**
 * Into {@code timestamp with time zone}. A date and time without a zone is one of the source's
 * zone: refused where that zone's clocks skipped it, of the earlier offset where they showed it
 * twice, which is counted as a rule. A date is its midnight there.
 */
record IntoInstant(Precision precision, ZoneId zone) implements IntoType {
  private static final String OVERLAP = "earlier offset of an overlap";

  @Override
  public Object convert(Object value, Consumer<String> used) throws RejectedValue {
    Instant instant = instant(value, used);
    precision.check(instant, value);
    return Span.check(instant);
  }

  private Instant instant(Object value, Consumer<String> used) throws RejectedValue {
    if (value instanceof LocalDateTime moment) {
      return inZone(moment, used);
    } else if (value instanceof Instant instant) {
      return instant;
    } else if (value instanceof LocalDate date) {
      return inZone(date.atStartOfDay(), used);
    } else if (value instanceof String text) {
      return written(text, used);
    }
    throw Refusal.badValue(value, "no date and time");
  }

  private Instant written(String text, Consumer<String> used) throws RejectedValue {
    WrittenMoment written = WrittenMoment.of(text);
    return written.offset().isPresent()
        ? written.moment().toInstant(written.offset().get())
        : inZone(written.moment(), used);
  }

  private Instant inZone(LocalDateTime moment, Consumer<String> used) throws RejectedValue {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(moment);
    if (offsets.isEmpty()) {
      throw Refusal.badValue(moment, "skipped by the clocks of " + zone);
    }
    if (offsets.size() > 1) {
      used.accept(OVERLAP);
    }
    return moment.toInstant(offsets.get(0));
  }
}
