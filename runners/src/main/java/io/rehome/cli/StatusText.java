package io.rehome.cli;

import static io.rehome.cli.TextTable.Side.LEFT;
import static io.rehome.cli.TextTable.Side.RIGHT;

import io.rehome.io.RangeTally;
import io.rehome.io.RunEntry;
import io.rehome.report.Figures;
import io.rehome.report.StatusReport;
import io.rehome.report.Totals;
import java.util.ArrayList;
import java.util.List;

/** The state of a marketplace for a terminal. */
final class StatusText {
  private StatusText() {}

  static List<String> lines(StatusReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(title(report));
    part(lines, "Key ranges", ranges(report.ranges()));
    part(lines, "Records of the campaign", totals(report));
    part(lines, "Latest runs", runs(report.runs()));
    if (!report.books().isEmpty()) {
      part(lines, "Books of the latest run", BooksText.lines(report.books()));
    }
    part(lines, "Rejected now", groups(report));
    lines.add("");
    lines.addAll(report.remarks());
    lines.addAll(EndingText.next(report.steps()));
    return lines;
  }

  private static String title(StatusReport report) {
    return report.campaign().isEmpty()
        ? report.marketplace() + "  no campaign was begun"
        : "%s  campaign %d, begun %s"
            .formatted(
                report.marketplace(),
                report.campaign().get().id(),
                Figures.moment(report.campaign().get().started()));
  }

  private static void part(List<String> lines, String title, List<String> content) {
    if (!content.isEmpty()) {
      lines.add("");
      lines.add(title);
      content.forEach(line -> lines.add("  " + line));
    }
  }

  private static List<String> ranges(List<RangeTally> ranges) {
    TextTable table = new TextTable(LEFT, RIGHT, RIGHT, RIGHT, RIGHT);
    table.row("entity", "ranges", "finished", "waiting", "rows");
    for (RangeTally range : ranges) {
      table.row(
          range.entity(),
          Figures.count(range.ranges()),
          Figures.count(range.finished()),
          Figures.count(range.waiting()),
          Figures.count(range.rows()));
    }
    return ranges.isEmpty() ? List.of() : table.lines();
  }

  private static List<String> totals(StatusReport report) {
    TextTable table = new TextTable(LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT);
    table.row("entity", "loaded", "rejected", "skipped", "merged", "gone", "pending");
    report.totals().forEach((entity, totals) -> table.row(cells(entity, totals)));
    return report.totals().isEmpty() ? List.of() : table.lines();
  }

  private static String[] cells(String entity, Totals totals) {
    return new String[] {
      entity,
      Figures.count(totals.loaded()),
      Figures.count(totals.rejected()),
      Figures.count(totals.skipped()),
      Figures.count(totals.merged()),
      Figures.count(totals.gone()),
      Figures.count(totals.pending())
    };
  }

  private static List<String> runs(List<RunEntry> runs) {
    TextTable table = new TextTable(LEFT, LEFT, LEFT, LEFT, RIGHT, RIGHT, LEFT);
    table.row("run", "mode", "started", "state", "exit", "plan", "host");
    for (RunEntry run : runs) {
      String exit = run.exit().isPresent() ? String.valueOf(run.exit().getAsInt()) : "–";
      table.row(
          run.run(),
          run.mode(),
          Figures.moment(run.started()),
          run.state(),
          exit,
          String.valueOf(run.planVersion()),
          run.host());
    }
    return runs.isEmpty() ? List.of() : table.lines();
  }

  private static List<String> groups(StatusReport report) {
    return report.rejections().isEmpty() ? List.of() : GroupsText.largest(report.rejections());
  }
}
