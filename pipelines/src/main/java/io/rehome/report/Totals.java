package io.rehome.report;

import io.rehome.model.Outcome;
import java.util.Map;

/** The records of one entity in a campaign, by outcome. */
public record Totals(
    long loaded, long rejected, long skipped, long merged, long gone, long pending) {

  static Totals of(Map<Outcome, Long> counts) {
    return new Totals(
        counts.getOrDefault(Outcome.LOADED, 0L),
        counts.getOrDefault(Outcome.REJECTED, 0L),
        counts.getOrDefault(Outcome.SKIPPED, 0L),
        counts.getOrDefault(Outcome.MERGED, 0L),
        counts.getOrDefault(Outcome.GONE, 0L),
        counts.getOrDefault(Outcome.PENDING, 0L));
  }
}
