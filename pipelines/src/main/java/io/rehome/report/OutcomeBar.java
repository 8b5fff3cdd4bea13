package io.rehome.report;

import io.rehome.io.Book;
import io.rehome.model.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of one entity's records, as a bar of {@value #WIDTH} units. */
public record OutcomeBar(String entity, long read, List<Part> parts) {
  static final int WIDTH = 1000;

  /** The least that a part takes, so that one record of a million is still seen. */
  static final int LEAST = 7;

  /** From left to right. */
  static final List<Outcome> ORDER =
      List.of(
          Outcome.LOADED,
          Outcome.UNCHANGED,
          Outcome.MERGED,
          Outcome.SKIPPED,
          Outcome.GONE,
          Outcome.PENDING,
          Outcome.REJECTED);

  /** A piece of the bar. */
  public record Part(Outcome outcome, long count, double start, double width) {
    /** The outcome's name as it is read. */
    public String name() {
      return word(outcome);
    }

    /** Where it begins, as SVG has it. */
    public String x() {
      return String.format(Locale.ROOT, "%.2f", start);
    }

    /** How wide it is, as SVG has it. */
    public String w() {
      return String.format(Locale.ROOT, "%.2f", width);
    }
  }

  /** The bar of this book. */
  public static OutcomeBar of(Book book) {
    return new OutcomeBar(book.entity(), book.read(), parts(counts(book)));
  }

  /** What a reader who does not see the picture is told. */
  public String description() {
    StringBuilder text = new StringBuilder(entity + ": " + Figures.count(read) + " read");
    parts.forEach(
        part ->
            text.append(", ").append(Figures.count(part.count())).append(' ').append(part.name()));
    return text.toString();
  }

  static String word(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  private static Map<Outcome, Long> counts(Book book) {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    counts.put(Outcome.LOADED, book.loaded());
    counts.put(Outcome.UNCHANGED, book.unchanged());
    counts.put(Outcome.MERGED, book.merged());
    counts.put(Outcome.SKIPPED, book.skipped());
    counts.put(Outcome.GONE, book.gone());
    counts.put(Outcome.PENDING, book.pending());
    counts.put(Outcome.REJECTED, book.rejected());
    return counts;
  }

  private static List<Part> parts(Map<Outcome, Long> counts) {
    long whole = counts.values().stream().mapToLong(Long::longValue).sum();
    double scale = scale(counts, whole);
    List<Part> parts = new ArrayList<>();
    double start = 0;
    for (Outcome outcome : ORDER) {
      long count = counts.getOrDefault(outcome, 0L);
      if (count > 0) {
        double width = Math.max(LEAST, count * scale);
        parts.add(new Part(outcome, count, start, width));
        start += width;
      }
    }
    return parts;
  }

  /** Units for one record, so that all parts together are the bar's width. */
  private static double scale(Map<Outcome, Long> counts, long whole) {
    double least = whole == 0 ? 0 : (double) whole * LEAST / WIDTH;
    long small = counts.values().stream().filter(count -> count > 0 && count < least).count();
    long large =
        counts.values().stream().filter(count -> count >= least).mapToLong(Long::longValue).sum();
    return large == 0 ? 0 : (WIDTH - small * LEAST) / (double) large;
  }
}
