package io.rehome.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.rehome.io.Accounts;
import io.rehome.io.Book;
import io.rehome.io.Campaign;
import io.rehome.io.RangeTally;
import io.rehome.io.RejectionGroup;
import io.rehome.io.RunEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far a marketplace's migration is.
 *
 * @param runs the latest first
 * @param books of the latest run
 * @param rejections all records that are rejected now
 */
public record StatusReport(
    String marketplace,
    Optional<Campaign> campaign,
    List<RunEntry> runs,
    List<RangeTally> ranges,
    List<Book> books,
    Map<String, Totals> totals,
    List<RejectionGroup> rejections,
    List<String> remarks,
    @JsonIgnore List<NextStep> steps) {
  private static final int RUNS = 10;
  private static final int SAMPLE = 5;

  /**
   * Reads it from the store.
   *
   * @param plan the plan as the command line named it
   */
  public static StatusReport of(String marketplace, Accounts accounts, String plan) {
    Optional<Campaign> campaign = accounts.campaign();
    List<RunEntry> runs = accounts.runs(RUNS);
    List<RangeTally> ranges = campaign.map(accounts::progress).orElse(List.of());
    List<RejectionGroup> rejections = accounts.openRejections(SAMPLE);
    return new StatusReport(
        marketplace,
        campaign,
        runs,
        ranges,
        runs.stream().findFirst().map(run -> accounts.books(run.run())).orElse(List.of()),
        totals(accounts),
        rejections,
        List.of(),
        StatusSteps.of(ranges, rejections, plan));
  }

  /** The commands to go on with. */
  @JsonProperty
  public List<String> next() {
    return steps.stream().map(NextStep::command).toList();
  }

  private static Map<String, Totals> totals(Accounts accounts) {
    Map<String, Totals> totals = new TreeMap<>();
    accounts.totals().forEach((entity, counts) -> totals.put(entity, Totals.of(counts)));
    return totals;
  }
}
