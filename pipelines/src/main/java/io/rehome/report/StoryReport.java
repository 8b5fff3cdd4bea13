package io.rehome.report;

import io.rehome.io.Story;
import io.rehome.model.Outcome;
import io.rehome.model.Reason;
import io.rehome.model.Rejection;
import io.rehome.model.Stage;
import io.rehome.model.Turn;
import io.rehome.pipelines.Walk;
import io.rehome.pipelines.Walk.Cell;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One record's whole story. Values are told as text.
 *
 * @param planVersion of the latest attempt
 * @param planNow today's version of the plan; empty where no run had it yet
 * @param targetKey under which the target holds it; empty where it does not
 * @param source the source row of the latest attempt
 * @param confirmed what the target acknowledged last; empty where it was never there
 * @param document of the latest attempt; empty where no document came about
 * @param attempts the first one first
 * @param differences what the last verification found of it
 * @param now what today's plan would make of the kept source row, corrections applied; empty where
 *     the databases were not reached
 */
public record StoryReport(
    String entity,
    String key,
    Outcome outcome,
    int planVersion,
    Optional<Integer> planNow,
    Optional<String> targetKey,
    Optional<Instant> confirmedAt,
    List<Cell> source,
    List<Cell> confirmed,
    List<Cell> document,
    List<Attempt> attempts,
    List<CorrectionLine> corrections,
    Optional<Story.Range> range,
    List<Story.Wait> waitsFor,
    List<Story.Waiting> waiting,
    List<Seen> differences,
    Optional<Walk> now,
    List<String> remarks) {

  /** One attempt, and what it came to. */
  public record Attempt(
      int number,
      String run,
      String mode,
      int planVersion,
      Instant at,
      Outcome outcome,
      Optional<Stage> stage,
      Optional<Reason> reason,
      Optional<String> column,
      Optional<String> message,
      Optional<Turn> turn,
      Optional<String> skippedBy,
      Optional<String> targetKey,
      List<Cell> document) {}

  /** What a verification found, and which. */
  public record Seen(DifferenceReport difference, Optional<String> run, Instant at) {}

  /** Types by column, as far as the databases told them. */
  public record Types(Map<String, String> source, Map<String, String> target) {}

  /** The report of this story. */
  public static StoryReport of(
      Story story,
      Types types,
      Optional<Integer> planNow,
      Optional<Walk> now,
      List<String> remarks) {
    Optional<Story.Confirmed> confirmed = story.confirmed();
    return new StoryReport(
        story.entity(),
        story.key().text(),
        story.latest().outcome(),
        story.latest().planVersion(),
        planNow,
        confirmed.map(Story.Confirmed::targetKey),
        confirmed.map(Story.Confirmed::at),
        cells(story.source(), types.source()),
        cells(confirmed.map(Story.Confirmed::document), types.target()),
        cells(story.latest().document(), types.target()),
        story.attempts().stream().map(attempt -> attempt(attempt, types)).toList(),
        story.corrections().stream().map(CorrectionLine::of).toList(),
        story.range(),
        story.waitsFor(),
        story.waiting(),
        story.found().stream().map(StoryReport::seen).toList(),
        now,
        List.copyOf(remarks));
  }

  private static Seen seen(Story.Found found) {
    return new Seen(DifferenceReport.of(found.difference()), found.run(), found.at());
  }

  private static List<Cell> cells(Optional<String> kept, Map<String, String> types) {
    return kept.map(json -> JsonCells.of(json, types)).orElse(List.of());
  }

  private static Attempt attempt(Story.Attempt attempt, Types types) {
    Optional<Rejection> rejection = attempt.rejection();
    return new Attempt(
        attempt.number(),
        attempt.run(),
        attempt.mode(),
        attempt.planVersion(),
        attempt.at(),
        attempt.outcome(),
        rejection.map(Rejection::stage),
        rejection.map(Rejection::reason),
        rejection.map(Rejection::column),
        rejection.map(Rejection::message),
        rejection.map(Rejection::turn),
        attempt.skippedBy(),
        attempt.targetKey(),
        cells(attempt.document(), types.target()));
  }

  /** The latest attempt. */
  public Attempt latest() {
    return attempts.get(attempts.size() - 1);
  }
}
