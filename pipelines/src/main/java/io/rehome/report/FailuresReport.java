package io.rehome.report;

import io.rehome.io.RejectedRecord;
import io.rehome.io.Remedy;
import io.rehome.model.Reason;
import io.rehome.model.Stage;
import io.rehome.model.Turn;
import java.util.List;

/**
 * What is rejected now.
 *
 * @param rejected how many records
 * @param rejections by kind, the many first
 * @param records some of them, one by one
 */
public record FailuresReport(long rejected, List<Kind> rejections, List<Line> records) {

  /**
   * Records that share entity, stage, reason and column.
   *
   * @param waitingChildren how many others wait for these and for nothing else
   */
  public record Kind(
      String entity,
      Stage stage,
      Reason reason,
      String column,
      Turn turn,
      long count,
      long waitingChildren,
      List<String> sample) {}

  /** One record. */
  public record Line(
      String entity,
      String sourceKey,
      Stage stage,
      Reason reason,
      String column,
      String message,
      Turn turn) {}

  /** The report of these kinds and records. */
  public static FailuresReport of(List<Remedy> remedies, List<RejectedRecord> records) {
    return new FailuresReport(
        remedies.stream().mapToLong(remedy -> remedy.group().count()).sum(),
        remedies.stream().map(FailuresReport::kind).toList(),
        records.stream().map(FailuresReport::line).toList());
  }

  private static Kind kind(Remedy remedy) {
    return new Kind(
        remedy.group().entity(),
        remedy.group().stage(),
        remedy.group().reason(),
        remedy.group().column(),
        remedy.group().reason().turn(),
        remedy.group().count(),
        remedy.children(),
        remedy.group().sample());
  }

  private static Line line(RejectedRecord record) {
    return new Line(
        record.entity(),
        record.sourceKey(),
        record.rejection().stage(),
        record.rejection().reason(),
        record.rejection().column(),
        record.rejection().message(),
        record.rejection().turn());
  }
}
