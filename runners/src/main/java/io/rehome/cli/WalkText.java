package io.rehome.cli;

import static io.rehome.cli.TextTable.Side.LEFT;

import io.rehome.pipelines.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One record's way through the plan, for a terminal. */
final class WalkText {
  private static final int WIDEST = 60;

  private WalkText() {}

  static List<String> lines(Walk walk) {
    List<String> lines = new ArrayList<>();
    lines.add(walk.entity() + "/" + walk.key());
    part(lines, "Source row", cells(walk.source()));
    part(lines, "Rules", steps(walk.steps()));
    part(lines, "Parents", parents(walk.parents()));
    part(lines, "Document", cells(walk.document()));
    lines.add("");
    lines.add(verdict(walk));
    return lines;
  }

  private static void part(List<String> lines, String title, TextTable content) {
    List<String> rows = content.lines();
    if (!rows.isEmpty()) {
      lines.add("");
      lines.add(title);
      rows.forEach(row -> lines.add("  " + row));
    }
  }

  private static TextTable cells(List<Walk.Cell> cells) {
    TextTable table = new TextTable(LEFT, LEFT, LEFT);
    cells.forEach(cell -> table.row(cell.column(), shown(cell.value()), cell.type()));
    return table;
  }

  private static TextTable steps(List<Walk.Step> steps) {
    TextTable table = new TextTable(LEFT, LEFT, LEFT, LEFT);
    for (Walk.Step step : steps) {
      String used = String.join(", ", step.used());
      table.row(
          step.field(), shown(step.value()), step.rule(), used.isEmpty() ? "" : "used: " + used);
    }
    return table;
  }

  private static TextTable parents(List<Walk.ParentStep> parents) {
    TextTable table = new TextTable(LEFT, LEFT, LEFT);
    parents.forEach(
        parent -> table.row(parent.field(), parent.entity() + "/" + parent.key(), parent.state()));
    return table;
  }

  /** What would become of it. */
  static String verdict(Walk walk) {
    return switch (walk.outcome()) {
      case REJECTED -> "✗ It would be rejected: " + walk.rejection().map(WalkText::why).orElse("");
      case SKIPPED -> "It would be skipped by " + walk.skippedBy().orElse("");
      case PENDING, LOADED, UNCHANGED, MERGED, GONE -> "✓ It would be loaded.";
    };
  }

  private static String why(Walk.Refusal refusal) {
    String where = refusal.column().isEmpty() ? "" : " " + refusal.column() + ":";
    return "%s (%s)%s %s"
        .formatted(
            refusal.reason(),
            refusal.stage().name().toLowerCase(Locale.ROOT),
            where,
            refusal.message());
  }

  /** A value, cut where it is long. */
  static String shown(@Nullable String value) {
    return Optional.ofNullable(value).map(WalkText::cut).orElse("NULL");
  }

  private static String cut(String value) {
    return value.length() <= WIDEST ? value : value.substring(0, WIDEST) + "…";
  }
}
