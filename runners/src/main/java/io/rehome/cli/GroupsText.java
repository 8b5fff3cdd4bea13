package io.rehome.cli;

import static io.rehome.cli.TextTable.Side.LEFT;
import static io.rehome.cli.TextTable.Side.RIGHT;

import io.rehome.io.RejectionGroup;
import io.rehome.report.Figures;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Grouped rejections for a terminal, the many first. */
final class GroupsText {
  private static final int KEYS = 48;
  private static final int LARGEST = 15;

  private GroupsText() {}

  /** The largest of them, and how many more there are. */
  static List<String> largest(List<RejectionGroup> groups) {
    List<String> lines = lines(groups);
    int shown = Math.min(lines.size(), LARGEST + 1);
    int left = lines.size() - shown;
    return left == 0
        ? lines
        : Stream.concat(lines.stream().limit(shown), Stream.of("… and " + left + " kinds more"))
            .toList();
  }

  /** All of them. */
  static List<String> lines(List<RejectionGroup> groups) {
    TextTable table = new TextTable(RIGHT, LEFT, LEFT, LEFT, LEFT, LEFT);
    table.row("records", "reason", "where", "stage", "turn", "first keys");
    groups.stream()
        .sorted(Comparator.comparing(RejectionGroup::count).reversed())
        .forEach(group -> table.row(cells(group)));
    return table.lines();
  }

  private static String[] cells(RejectionGroup group) {
    return new String[] {
      Figures.count(group.count()),
      group.reason().name(),
      group.column().isEmpty() ? group.entity() : group.entity() + "." + group.column(),
      group.stage().name().toLowerCase(Locale.ROOT),
      group.reason().turn().name().toLowerCase(Locale.ROOT),
      keys(group)
    };
  }

  private static String keys(RejectionGroup group) {
    String keys = String.join(", ", group.sample());
    String cut = keys.length() <= KEYS ? keys : keys.substring(0, KEYS);
    return cut.length() < keys.length() || group.sample().size() < group.count() ? cut + " …" : cut;
  }
}
