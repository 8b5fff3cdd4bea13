package io.rehome.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers and times read to people, in templates and on the terminal. */
public final class Figures {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Figures() {}

  /** 1,234,567. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** "1 record", "2 records". */
  public static String count(long number, String thing) {
    return count(number) + " " + thing + (number == 1 ? "" : "s");
  }

  /** The share of a whole: 99.97 %; never 0 or 100 where some are on the other side. */
  public static String share(long part, long whole) {
    double percent = whole == 0 ? 0 : 100.0 * part / whole;
    if (part > 0 && percent < 0.01) {
      return "< 0.01 %";
    }
    if (part < whole && percent > 99.99) {
      return "> 99.99 %";
    }
    String text =
        String.format(Locale.ROOT, percent < 1 || percent > 99 ? "%.2f" : "%.1f", percent);
    return (text.contains(".") ? text.replaceAll("\\.?0+$", "") : text) + " %";
  }

  /** Rows a second; a dash where nothing was measured. */
  public static String rate(long rows, double seconds) {
    return rows == 0 || seconds <= 0 ? "–" : count(Math.round(rows / seconds));
  }

  /** Seconds to a tenth, as a column shows them. */
  public static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%,.1f", seconds);
  }

  /** 0.8 s, 12 s, 3 min 20 s, 2 h 5 min. */
  public static String duration(Duration time) {
    if (time.toSeconds() < 10) {
      return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
    if (time.toHours() > 0) {
      return time.toHours() + " h " + time.toMinutesPart() + " min";
    }
    return time.toMinutes() > 0
        ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
        : time.toSeconds() + " s";
  }

  /** A moment in UTC. */
  public static String moment(Instant instant) {
    return MOMENT.format(instant);
  }
}
