package io.rehome.transforms.values;

import io.rehome.model.RejectedValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The first and the last of the days that PostgreSQL knows (its documentation, table 8.9). */
final class Span {
  /** 4714-11-24 BC, day 0 of the Julian calendar. */
  private static final LocalDate FIRST = LocalDate.of(-4713, 11, 24);

  private static final LocalDate LAST_DATE = LocalDate.of(5_874_897, 12, 31);
  private static final LocalDateTime FIRST_MOMENT = FIRST.atStartOfDay();
  private static final LocalDateTime AFTER_LAST_MOMENT = LocalDateTime.of(294_277, 1, 1, 0, 0);
  private static final Instant FIRST_INSTANT = FIRST_MOMENT.toInstant(ZoneOffset.UTC);
  private static final Instant AFTER_LAST_INSTANT = AFTER_LAST_MOMENT.toInstant(ZoneOffset.UTC);

  private Span() {}

  static LocalDate check(LocalDate date) throws RejectedValue {
    if (date.isBefore(FIRST) || date.isAfter(LAST_DATE)) {
      throw Refusal.outOfRange(date, "beyond the dates that the target knows");
    }
    return date;
  }

  static LocalDateTime check(LocalDateTime moment) throws RejectedValue {
    if (moment.isBefore(FIRST_MOMENT) || !moment.isBefore(AFTER_LAST_MOMENT)) {
      throw Refusal.outOfRange(moment, "beyond the times that the target knows");
    }
    return moment;
  }

  static Instant check(Instant instant) throws RejectedValue {
    if (instant.isBefore(FIRST_INSTANT) || !instant.isBefore(AFTER_LAST_INSTANT)) {
      throw Refusal.outOfRange(instant, "beyond the times that the target knows");
    }
    return instant;
  }
}
