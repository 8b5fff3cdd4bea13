package io.rehome.cli;

import java.util.Locale;

/** What a job's speed is held against, and what we want to reach. */
enum Goal {
  NORMAL("NORMAL", "COPY", 0.25, 0.5, Measure.SPEED),
  NORMAL_TO_SPRING_BATCH("NORMAL", "Spring Batch", 1, 2, Measure.SPEED),
  NORMAL_TO_SPARK("NORMAL", "Spark SQL", 1, 2, Measure.SPEED),
  NORMAL_TO_PGLOADER("NORMAL", "pgloader", 1.5, 3, Measure.SPEED),
  FINGERPRINTS("NORMAL, `keep: fingerprints`", "COPY", 0.4, 0.7, Measure.SPEED),
  DIFF_EVENLY("DIFF by `changed:`, 0.1 % changed evenly", "one SELECT", 1.2, 0.6, Measure.TIME),
  DIFF_NEWEST("DIFF by `changed:`, most of it new rows", "one SELECT", 1.2, 0.6, Measure.TIME),
  FULL_EVENLY("DIFF `--full`, 0.1 % changed evenly", "one SELECT", 1.2, 0.6, Measure.TIME),
  FULL_NEWEST("DIFF `--full`, most of it new rows", "one SELECT", 1.2, 0.6, Measure.TIME),
  MISSING_EVENLY("FIND_MISSING, 0.1 % evenly", "both keys read once", 2, 1.3, Measure.TIME),
  MISSING_NEWEST("FIND_MISSING, most of it new rows", "both keys read once", 2, 1.3, Measure.TIME),
  LOCAL_DIFF("LOCAL_DIFF, a rule that touches 1 %", "NORMAL", 2, 5, Measure.SPEED),
  NOTHING("a run with nothing to do", "the clock", 8, 4, Measure.SECONDS);

  private final String job;
  private final String against;
  private final double must;
  private final double aim;
  private final Measure measure;

  Goal(String job, String against, double must, double aim, Measure measure) {
    this.job = job;
    this.against = against;
    this.must = must;
    this.aim = aim;
    this.measure = measure;
  }

  private enum Measure {
    /** So many times as fast. */
    SPEED {
      @Override
      double of(double seconds, double others) {
        return others / seconds;
      }
    },
    /** So many times as long. */
    TIME {
      @Override
      double of(double seconds, double others) {
        return seconds / others;
      }
    },
    SECONDS {
      @Override
      double of(double seconds, double others) {
        return seconds;
      }
    };

    abstract double of(double seconds, double others);
  }

  /** What begins its row of the table, and tells it from the others. */
  String title() {
    String unit =
        switch (measure) {
          case SPEED -> "times as fast as ";
          case TIME -> "times as long as ";
          case SECONDS -> "seconds by ";
        };
    return String.format(
        Locale.ROOT, "| %s | %s%s | %s | %s |", job, unit, against, number(must), number(aim));
  }

  /** What was reached, with the seconds of which it is made. */
  String reached(double seconds, double others) {
    double reached = measure.of(seconds, others);
    boolean enough = measure == Measure.SPEED ? reached >= must : reached <= must;
    String figure = String.format(Locale.ROOT, enough ? "**%.2f**" : "%.2f", reached);
    return measure == Measure.SECONDS
        ? figure
        : String.format(Locale.ROOT, "%s (%.1f s, %.1f s)", figure, seconds, others);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
