package io.rehome.transforms.expression;

import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The date patterns that plans write, in the letters of {@link DateTimeFormatter}, compiled once.
 * Strict: the 30th of February is no date. {@code y} is the year, as most people mean it.
 */
final class DateForms {
  private static final Map<String, DateTimeFormatter> COMPILED = new ConcurrentHashMap<>();

  private DateForms() {}

  static DateTimeFormatter of(String pattern) {
    return COMPILED.computeIfAbsent(pattern, DateForms::compile);
  }

  static Optional<String> problem(String pattern) {
    try {
      of(pattern);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of("not a date pattern: " + e.getMessage());
    }
  }

  private static DateTimeFormatter compile(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(years(pattern))
        .toFormatter(Locale.ENGLISH)
        .withChronology(IsoChronology.INSTANCE)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** Strict patterns want the proleptic year, u, where people write y. */
  private static String years(String pattern) {
    StringBuilder years = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      quoted = (c == '\'') != quoted;
      years.append(c == 'y' && !quoted ? 'u' : c);
    }
    return years.toString();
  }
}
