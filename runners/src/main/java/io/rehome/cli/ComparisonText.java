package io.rehome.cli;

import static io.rehome.cli.TextTable.Side.LEFT;
import static io.rehome.cli.TextTable.Side.RIGHT;

import io.rehome.io.Asserted;
import io.rehome.io.Difference;
import io.rehome.io.Findings;
import io.rehome.model.FieldDifference;
import io.rehome.pipelines.Comparison;
import io.rehome.report.Causes;
import io.rehome.report.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a comparison of source and target found, for a terminal. */
final class ComparisonText {
  private static final int MOST = 5;

  private ComparisonText() {}

  static List<String> lines(Comparison comparison) {
    List<String> lines = new ArrayList<>(table(comparison.findings()));
    if (comparison.findings().stream().anyMatch(it -> !it.sample().isEmpty())) {
      lines.add("");
      lines.addAll(differences(comparison));
    }
    comparison.asserts().stream().filter(Asserted::isBroken).forEach(it -> add(lines, it));
    return lines;
  }

  private static List<String> table(List<Findings> findings) {
    TextTable table =
        new TextTable(LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, LEFT);
    table.row(
        "entity",
        "read",
        "same",
        "changed",
        "missing",
        "missing, rejected",
        "skipped",
        "merged",
        "unexpected",
        "duplicated",
        "");
    findings.forEach(it -> table.row(cells(it)));
    return table.lines();
  }

  private static String[] cells(Findings findings) {
    return new String[] {
      findings.entity(),
      Figures.count(findings.read()),
      Figures.count(findings.same()),
      Figures.count(findings.changed()),
      Figures.count(findings.missing()),
      Figures.count(findings.missingRejected()),
      Figures.count(findings.skipped()),
      Figures.count(findings.merged()),
      Figures.count(findings.unexpected()),
      Figures.count(findings.duplicated()),
      findings.isBalanced() ? "" : "does not balance"
    };
  }

  /** The first differences of each entity. */
  static List<String> differences(Comparison comparison) {
    TextTable table = new TextTable(LEFT, LEFT, LEFT, LEFT);
    for (Findings findings : comparison.findings()) {
      findings.sample().stream()
          .limit(MOST)
          .forEach(
              it ->
                  table.row(
                      it.kind().name().toLowerCase(Locale.ROOT),
                      findings.entity() + "/" + it.key(),
                      fields(it),
                      Causes.of(it.cause())));
    }
    return table.lines();
  }

  private static String fields(Difference difference) {
    return difference.fields().stream()
        .map(ComparisonText::field)
        .collect(Collectors.joining("; "));
  }

  private static String field(FieldDifference field) {
    return "%s: expected %s, found %s"
        .formatted(field.column(), quoted(field.expected()), quoted(field.found()));
  }

  private static String quoted(@Nullable String value) {
    return value == null ? "NULL" : "'" + value + "'";
  }

  private static void add(List<String> lines, Asserted pair) {
    lines.add("");
    lines.add("Asserted, and not so:");
    lines.add("  source " + pair.sourceQuery() + " → " + pair.sourceAnswer());
    lines.add("  target " + pair.targetQuery() + " → " + pair.targetAnswer());
  }
}
