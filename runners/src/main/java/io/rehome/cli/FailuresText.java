package io.rehome.cli;

import static io.rehome.cli.TextTable.Side.LEFT;
import static io.rehome.cli.TextTable.Side.RIGHT;

import io.rehome.model.Reason;
import io.rehome.report.FailuresReport;
import io.rehome.report.FailuresReport.Kind;
import io.rehome.report.FailuresReport.Line;
import io.rehome.report.Figures;
import io.rehome.report.NextStep;
import io.rehome.report.ShellWord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Rejected records for a terminal, one by one or by kind. */
final class FailuresText {
  private static final int KEYS = 36;
  private static final int REMEDIES = 15;

  private FailuresText() {}

  /** "412 records rejected". */
  static String count(FailuresReport report) {
    return Figures.count(report.rejected(), "record") + " rejected";
  }

  /** One line for each record. */
  static List<String> records(FailuresReport report) {
    TextTable table = new TextTable(LEFT, LEFT, LEFT, LEFT, LEFT);
    table.row("record", "reason", "column", "turn", "message");
    report.records().forEach(record -> table.row(cells(record)));
    List<String> lines = new ArrayList<>(report.records().isEmpty() ? List.of() : table.lines());
    long left = report.rejected() - report.records().size();
    lines.add(
        count(report)
            + (left == 0
                ? "."
                : ", " + Figures.count(left) + " of them not listed here (--limit)."));
    return lines;
  }

  private static String[] cells(Line record) {
    return new String[] {
      record.entity() + "/" + record.sourceKey(),
      record.reason().name(),
      record.column(),
      word(record.turn()),
      record.message()
    };
  }

  private static String word(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  /** One line for each kind, then what mending it would release. */
  static List<String> kinds(FailuresReport report, String plan) {
    List<String> lines = new ArrayList<>();
    if (report.rejected() > 0) {
      lines.addAll(table(report.rejections()).lines());
      lines.add("");
      lines.addAll(remedies(mendable(report)));
      lines.add("");
    }
    lines.add(count(report) + ".");
    lines.addAll(EndingText.next(next(report, plan)));
    return lines;
  }

  /** What can be mended by itself, that which releases most first. */
  private static List<Kind> mendable(FailuresReport report) {
    return report.rejections().stream()
        .filter(kind -> kind.reason() != Reason.PARENT_NOT_LOADED)
        .sorted(
            Comparator.comparing((Kind kind) -> kind.count() + kind.waitingChildren()).reversed())
        .toList();
  }

  private static TextTable table(List<Kind> kinds) {
    TextTable table = new TextTable(RIGHT, LEFT, LEFT, LEFT, LEFT, RIGHT, LEFT);
    table.row("records", "reason", "where", "stage", "turn", "waiting", "first keys");
    kinds.forEach(
        kind ->
            table.row(
                Figures.count(kind.count()),
                kind.reason().name(),
                where(kind),
                word(kind.stage()),
                word(kind.turn()),
                Figures.count(kind.waitingChildren()),
                keys(kind)));
    return table;
  }

  private static String where(Kind kind) {
    return kind.column().isEmpty() ? kind.entity() : kind.entity() + "." + kind.column();
  }

  private static String keys(Kind kind) {
    String keys = String.join(", ", kind.sample());
    String cut = keys.length() <= KEYS ? keys : keys.substring(0, KEYS);
    return cut.length() < keys.length() || kind.sample().size() < kind.count() ? cut + " …" : cut;
  }

  private static List<String> remedies(List<Kind> kinds) {
    List<String> lines =
        new ArrayList<>(kinds.stream().limit(REMEDIES).map(FailuresText::remedy).toList());
    if (kinds.size() > REMEDIES) {
      lines.add("… and %d kinds more".formatted(kinds.size() - REMEDIES));
    }
    return lines;
  }

  private static String remedy(Kind kind) {
    String children =
        kind.waitingChildren() == 0
            ? ""
            : " and "
                + Figures.count(kind.waitingChildren())
                + (kind.waitingChildren() == 1 ? " waiting child" : " waiting children");
    return "fix %s %s → %s%s"
        .formatted(where(kind), kind.reason(), Figures.count(kind.count(), "record"), children);
  }

  private static List<NextStep> next(FailuresReport report, String plan) {
    String flag = " --plan=" + ShellWord.quoted(plan);
    List<NextStep> steps = new ArrayList<>();
    mendable(report).stream()
        .limit(1)
        .map(kind -> ShellWord.quoted(kind.entity() + "/" + kind.sample().get(0)))
        .map(record -> new NextStep("./rehome why " + record + flag, "one record's whole story"))
        .forEach(steps::add);
    if (report.rejected() > 0) {
      String retry = "./rehome migrate" + flag + " --mode=RETRY_FAILED";
      steps.add(new NextStep(retry, "tries them again, once mended"));
    }
    return steps;
  }
}
