package io.rehome.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rehome.io.Book;
import io.rehome.io.Findings;
import io.rehome.io.RejectionGroup;
import io.rehome.model.Reason;
import io.rehome.model.RuleUse;
import io.rehome.model.Stage;
import io.rehome.pipelines.Ending;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One entity's book in a run, with its rejections by reason and the uses of its rules; where source
 * and target were compared, what was found, with the first differences.
 */
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
    List<RuleUse> rules,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Long> same,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Long> changed,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Long> missing,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Long> missingRejected,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Long> unexpected,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Long> duplicated,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<DifferenceReport>> differences) {

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
        ending.rules().getOrDefault(book.entity(), List.of()),
        compared(book, ending, Findings::same),
        compared(book, ending, Findings::changed),
        compared(book, ending, Findings::missing),
        compared(book, ending, Findings::missingRejected),
        found(book, ending).map(Findings::unexpected),
        compared(book, ending, Findings::duplicated),
        found(book, ending).map(it -> it.sample().stream().map(DifferenceReport::of).toList()));
  }

  private static Optional<Findings> found(Book book, Ending ending) {
    return ending.comparison().of(book.entity());
  }

  private static Optional<Long> compared(Book book, Ending ending, Function<Findings, Long> count) {
    return ending.comparison().isOfRows() ? found(book, ending).map(count) : Optional.empty();
  }

  private static List<Rejections> rejections(String entity, Ending ending) {
    return ending.rejections().stream()
        .filter(group -> group.entity().equals(entity))
        .map(Rejections::of)
        .toList();
  }
}
