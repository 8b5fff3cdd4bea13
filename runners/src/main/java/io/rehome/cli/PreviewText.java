package io.rehome.cli;

import static io.rehome.cli.TextTable.Side.LEFT;
import static io.rehome.cli.TextTable.Side.RIGHT;

import io.rehome.io.RejectionGroup;
import io.rehome.pipelines.Preview;
import io.rehome.report.Figures;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What LOCAL_DIFF would touch, for a terminal. */
final class PreviewText {
  private static final int LONGEST = 40;

  private PreviewText() {}

  static List<String> lines(Preview preview) {
    List<String> lines = new ArrayList<>(counts(preview.entities()));
    if (preview.entities().stream().anyMatch(entity -> !entity.fields().isEmpty())) {
      lines.add("");
      lines.addAll(fields(preview.entities()));
    }
    List<RejectionGroup> rejections =
        preview.entities().stream().flatMap(entity -> entity.rejections().stream()).toList();
    if (!rejections.isEmpty()) {
      lines.add("");
      lines.addAll(GroupsText.largest(rejections));
    }
    lines.add("");
    lines.add("Nothing was loaded; children of accepted records follow in the run itself.");
    return lines;
  }

  private static List<String> counts(List<Preview.Entity> entities) {
    TextTable table = new TextTable(LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT);
    table.row(
        "entity", "read", "changed", "accepted", "rejected", "skipped", "unfinished", "untouched");
    for (Preview.Entity entity : entities) {
      table.row(
          entity.entity(),
          Figures.count(entity.read()),
          Figures.count(entity.changed()),
          Figures.count(entity.accepted()),
          Figures.count(entity.rejected()),
          Figures.count(entity.skipped()),
          Figures.count(entity.unfinished()),
          Figures.count(entity.untouched()));
    }
    return table.lines();
  }

  private static List<String> fields(List<Preview.Entity> entities) {
    TextTable table = new TextTable(LEFT, RIGHT, LEFT, LEFT, LEFT);
    table.row("field", "records", "key", "before", "after");
    for (Preview.Entity entity : entities) {
      for (Preview.Field field : entity.fields()) {
        for (int i = 0; i < field.samples().size(); i++) {
          Preview.Sample sample = field.samples().get(i);
          table.row(
              i == 0 ? entity.entity() + "." + field.field() : "",
              i == 0 ? Figures.count(field.count()) : "",
              sample.key(),
              cell(sample.before()),
              cell(sample.after()));
        }
      }
    }
    return table.lines();
  }

  private static String cell(@Nullable String value) {
    if (value == null) {
      return "NULL";
    }
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
  }
}
