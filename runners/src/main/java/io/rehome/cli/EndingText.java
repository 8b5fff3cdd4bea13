package io.rehome.cli;

import io.rehome.pipelines.Ending;
import io.rehome.report.Figures;
import io.rehome.report.NextStep;
import io.rehome.report.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How a run ended, for a terminal: books, rejections, verdict, and what to do next. */
final class EndingText {
  private EndingText() {}

  static List<String> lines(Ending ending, List<NextStep> next) {
    List<String> lines = new ArrayList<>();
    lines.add(title(ending));
    lines.add("");
    lines.addAll(books(ending));
    if (!ending.rejections().isEmpty()) {
      lines.add("");
      lines.addAll(GroupsText.largest(ending.rejections()));
    }
    lines.add("");
    lines.addAll(verdict(ending));
    lines.addAll(next(next));
    return lines;
  }

  private static List<String> books(Ending ending) {
    if (ending.comparison().isOfRows()) {
      return ComparisonText.lines(ending.comparison());
    }
    List<String> lines = new ArrayList<>(BooksText.lines(ending.books()));
    if (ending.comparison().differences() > 0) {
      lines.add("");
      lines.addAll(ComparisonText.differences(ending.comparison()));
    }
    return lines;
  }

  /** Commands, each with what it is good for. */
  static List<String> next(List<NextStep> steps) {
    TextTable table = new TextTable(TextTable.Side.LEFT, TextTable.Side.LEFT, TextTable.Side.LEFT);
    for (int i = 0; i < steps.size(); i++) {
      table.row(i == 0 ? "Next" : "", steps.get(i).command(), steps.get(i).why());
    }
    return table.lines();
  }

  private static String title(Ending ending) {
    Duration time = Duration.between(ending.started(), ending.finished());
    return "%s  %s  run %s, campaign %d, plan version %d, %s, %s"
        .formatted(
            ending.marketplace(),
            ending.mode(),
            ending.run(),
            ending.campaign(),
            ending.planVersion(),
            ending.runner(),
            Figures.duration(time));
  }

  private static List<String> verdict(Ending ending) {
    Verdict verdict = Verdict.of(ending);
    List<String> lines = new ArrayList<>();
    lines.add(mark(verdict.tone()) + verdict.headline() + ". " + verdict.detail());
    lines.addAll(ending.remarks());
    if (ending.older() > 0) {
      lines.add(
          Figures.count(ending.older(), "record")
              + " of earlier runs still rejected; this run does not count them.");
    }
    return lines;
  }

  private static String mark(Verdict.Tone tone) {
    return switch (tone) {
      case GOOD -> "✓ ";
      case ATTENTION -> "! ";
      case BAD -> "✗ ";
    };
  }
}
