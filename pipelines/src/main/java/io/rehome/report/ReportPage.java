package io.rehome.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.rehome.io.Book;
import io.rehome.io.RejectionGroup;
import io.rehome.model.Outcome;
import io.rehome.model.Reason;
import io.rehome.model.RuleUse;
import io.rehome.model.Turn;
import io.rehome.pipelines.Ending;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A run's report as people read it: one page of HTML without scripts and without a network. */
public record ReportPage(Ending ending, List<NextStep> next) {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  private static final int KEYS = 4;

  public ReportPage {
    next = List.copyOf(next);
  }

  /** Rejections that the same people have to answer, the many first. */
  public record Answerable(Turn turn, List<SameReason> reasons) {
    /** How many records they are. */
    public long count() {
      return reasons.stream().mapToLong(SameReason::count).sum();
    }
  }

  /** Rejections for the same reason, the many first. */
  public record SameReason(Reason reason, List<RejectionGroup> groups) {
    /** How many records they are. */
    public long count() {
      return groups.stream().mapToLong(RejectionGroup::count).sum();
    }
  }

  /** One use of a rule, with its entity. */
  public record Rule(String entity, RuleUse use) {}

  /** The page's text. */
  public String html() {
    StringOutput out = new StringOutput();
    TEMPLATES.render("report.jte", this, out);
    return out.toString();
  }

  public Verdict verdict() {
    return Verdict.of(ending);
  }

  public Sums sums() {
    return Sums.of(ending.books());
  }

  /** How long the run took. */
  public Duration time() {
    return Duration.between(ending.started(), ending.finished());
  }

  /** Rows a second over the whole run, start-up included. */
  public String speed() {
    return Figures.rate(sums().read(), time().toMillis() / 1000.0);
  }

  /** A bar for each entity of which something was read. */
  public List<OutcomeBar> bars() {
    return ending.books().stream().filter(book -> book.read() > 0).map(OutcomeBar::of).toList();
  }

  /** The outcomes that occur, for the legend. */
  public List<String> legend() {
    Set<Outcome> shown =
        bars().stream()
            .flatMap(bar -> bar.parts().stream())
            .map(OutcomeBar.Part::outcome)
            .collect(Collectors.toSet());
    return OutcomeBar.ORDER.stream().filter(shown::contains).map(OutcomeBar::word).toList();
  }

  /** The rejections by whose turn it is. */
  public List<Answerable> answerable() {
    return Arrays.stream(Turn.values())
        .map(turn -> new Answerable(turn, reasons(turn)))
        .filter(answerable -> !answerable.reasons().isEmpty())
        .toList();
  }

  /** As many of a group's keys as a row has room for. */
  public List<String> keys(RejectionGroup group) {
    return group.sample().stream().limit(KEYS).toList();
  }

  private List<SameReason> reasons(Turn turn) {
    return Arrays.stream(Reason.values())
        .filter(reason -> reason.turn() == turn)
        .map(reason -> new SameReason(reason, groups(reason)))
        .filter(same -> !same.groups().isEmpty())
        .sorted(Comparator.comparing(SameReason::count).reversed())
        .toList();
  }

  private List<RejectionGroup> groups(Reason reason) {
    return ending.rejections().stream()
        .filter(group -> group.reason() == reason)
        .sorted(Comparator.comparing(RejectionGroup::count).reversed())
        .toList();
  }

  /** The rules in the order of the books. */
  public List<Rule> rules() {
    return ending.books().stream()
        .map(Book::entity)
        .flatMap(
            entity ->
                ending.rules().getOrDefault(entity, List.of()).stream()
                    .map(use -> new Rule(entity, use)))
        .toList();
  }

  /** The campaign's records by entity. */
  public Map<String, Totals> totals() {
    Map<String, Totals> totals = new TreeMap<>();
    ending.totals().forEach((entity, counts) -> totals.put(entity, Totals.of(counts)));
    return totals;
  }
}
