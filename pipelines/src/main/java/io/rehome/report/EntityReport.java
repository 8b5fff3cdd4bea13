package io.rehome.report;

import io.rehome.io.Book;
import io.rehome.io.RejectionGroup;
import io.rehome.model.Reason;
import io.rehome.model.RuleUse;
import io.rehome.model.Stage;
import io.rehome.pipelines.Ending;
import java.util.List;

/** One entity's book in a run, with its rejections by reason and the uses of its rules. */
public record EntityReport(
    String entity,
    long read,
    long loaded,
    long unchanged,
    long rejected,
    long skipped,
    long merged,
    long gone,
    long pending,
    double seconds,
    List<Rejections> rejections,
    List<RuleUse> rules) {

  /** Rejected records that share stage, reason and column, with the first keys. */
  public record Rejections(
      Stage stage, Reason reason, String column, long count, List<String> sample) {
    static Rejections of(RejectionGroup group) {
      return new Rejections(
          group.stage(), group.reason(), group.column(), group.count(), group.sample());
    }
  }

  static EntityReport of(Book book, Ending ending) {
    return new EntityReport(
        book.entity(),
        book.read(),
        book.loaded(),
        book.unchanged(),
        book.rejected(),
        book.skipped(),
        book.merged(),
        book.gone(),
        book.pending(),
        book.seconds(),
        rejections(book.entity(), ending),
        ending.rules().getOrDefault(book.entity(), List.of()));
  }

  private static List<Rejections> rejections(String entity, Ending ending) {
    return ending.rejections().stream()
        .filter(group -> group.entity().equals(entity))
        .map(Rejections::of)
        .toList();
  }
}
