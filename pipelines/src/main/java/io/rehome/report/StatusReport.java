package io.rehome.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.rehome.io.Accounts;
import io.rehome.io.Book;
import io.rehome.io.Campaign;
import io.rehome.io.Keep;
import io.rehome.io.RangeTally;
import io.rehome.io.RejectionGroup;
import io.rehome.io.RunEntry;
import io.rehome.model.Fingerprint;
import io.rehome.model.Outcome;
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
 * @param waitingCorrections how many corrections no attempt knows yet, by outcome of the record
 * @param planName the plan as the command line named it
 * @param keep how much of a record the plan keeps
 */
public record StatusReport(
    String marketplace,
    Optional<Campaign> campaign,
    PlanState plan,
    List<RunEntry> runs,
    List<RangeTally> ranges,
    List<Book> books,
    Map<String, Totals> totals,
    List<RejectionGroup> rejections,
    Map<Outcome, Long> waitingCorrections,
    @JsonIgnore String planName,
    @JsonIgnore Keep keep) {
  private static final int RUNS = 10;
  private static final int ALL_RUNS = 10_000;
  private static final int SAMPLE = 5;

  /**
   * Reads it from the store.
   *
   * @param rules of today's plan
   * @param plan the plan as the command line named it
   * @param keep how much of a record it keeps
   */
  public static StatusReport of(
      String marketplace, Accounts accounts, Fingerprint rules, String plan, Keep keep) {
    Optional<Campaign> campaign = accounts.campaign();
    List<RunEntry> runs = accounts.runs(ALL_RUNS);
    return new StatusReport(
        marketplace,
        campaign,
        PlanState.of(accounts.planVersion(rules), of(campaign, runs)),
        runs.stream().limit(RUNS).toList(),
        campaign.map(accounts::progress).orElse(List.of()),
        runs.stream().findFirst().map(run -> accounts.books(run.run())).orElse(List.of()),
        totals(accounts),
        accounts.openRejections(SAMPLE),
        accounts.waitingCorrections(),
        plan,
        keep);
  }

  private static List<RunEntry> of(Optional<Campaign> campaign, List<RunEntry> runs) {
    return runs.stream()
        .filter(run -> campaign.filter(open -> open.id() == run.campaign()).isPresent())
        .toList();
  }

  private static Map<String, Totals> totals(Accounts accounts) {
    Map<String, Totals> totals = new TreeMap<>();
    accounts.totals().forEach((entity, counts) -> totals.put(entity, Totals.of(counts)));
    return totals;
  }

  /** What the user should know besides. */
  @JsonProperty
  public List<String> remarks() {
    return StatusRemarks.of(this);
  }

  /** The commands to go on with, the most sensible first. */
  @JsonProperty
  public List<String> next() {
    return steps().stream().map(NextStep::command).toList();
  }

  /** The same, each with what it is good for. */
  public List<NextStep> steps() {
    return StatusSteps.of(this);
  }
}
