package io.rehome.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rehome.pipelines.Comparison;
import io.rehome.pipelines.Ending;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A run's report as scripts read it. Its names and their order are a contract; counts are this
 * run's, but for the totals.
 *
 * @param exit the exit code
 * @param totals the campaign's records by entity and outcome
 * @param next the commands to go on with
 * @param asserts what the plan's pairs of queries answered, where they were asked
 */
public record RunReport(
    String run,
    String marketplace,
    long campaign,
    String mode,
    String runner,
    int planVersion,
    Instant started,
    Instant finished,
    int exit,
    boolean balanced,
    List<EntityReport> entities,
    Map<String, Totals> totals,
    List<String> next,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<AssertReport>> asserts,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<DemoPlaces> demo) {

  /** The report of this ending. */
  public static RunReport of(Ending ending, List<NextStep> next) {
    return new RunReport(
        ending.run(),
        ending.marketplace(),
        ending.campaign(),
        ending.mode().name(),
        ending.runner(),
        ending.planVersion(),
        ending.started(),
        ending.finished(),
        ending.exit().code(),
        ending.isBalanced(),
        ending.books().stream().map(book -> EntityReport.of(book, ending)).toList(),
        totals(ending),
        next.stream().map(NextStep::command).toList(),
        asserts(ending),
        Optional.empty());
  }

  /** The same report with the places where the demo can be looked at, and its own verdict. */
  public RunReport with(DemoPlaces places, int exit) {
    return new RunReport(
        run,
        marketplace,
        campaign,
        mode,
        runner,
        planVersion,
        started,
        finished,
        exit,
        balanced,
        entities,
        totals,
        next,
        asserts,
        Optional.of(places));
  }

  private static Optional<List<AssertReport>> asserts(Ending ending) {
    return Optional.of(ending.comparison())
        .filter(Comparison::isOfRows)
        .map(it -> it.asserts().stream().map(AssertReport::of).toList());
  }

  private static Map<String, Totals> totals(Ending ending) {
    Map<String, Totals> totals = new TreeMap<>();
    ending.totals().forEach((entity, counts) -> totals.put(entity, Totals.of(counts)));
    return totals;
  }
}
