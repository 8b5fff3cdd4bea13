package io.rehome.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A time in the past as users write it: "2h" ago, a day, or an instant; in UTC. */
final class PastTime {
  private PastTime() {}

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException where the text is none of these
   */
  static Instant of(String text, Instant now) {
    try {
      if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      return text.contains("T") ? Instant.parse(text) : now.minus(new DurationText().convert(text));
    } catch (DateTimeException | picocli.CommandLine.TypeConversionException e) {
      throw new IllegalArgumentException(
          "neither a span (2h, 7d), a day (2026-11-22) nor an instant (2026-11-22T09:30:00Z): "
              + text,
          e);
    }
  }
}
