package io.rehome.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/**
 * The table of goals in the benches' page: a bench fills in the cells that it measured, and leaves
 * the others. It has one for some numbers of rows; of others it is printed only.
 */
record GoalTable(MarkedPart part) {
  private static final String HEAD =
      """
      | job | | must | aim | Direct | Flink `[local]` |
      |---|---|---|---|---|---|
      """;
  private static final String NOT_MEASURED = "–";

  static GoalTable of(long rows) {
    return new GoalTable(
        new MarkedPart(Path.of("../docs/benchmarks.md"), "goals of " + rows + " rows"));
  }

  /** Tells that a job took so many seconds, and what it is held against so many. */
  void tell(Goal goal, Experiment.On runner, double seconds, double others) throws IOException {
    String reached = goal.reached(seconds, others);
    System.out.println(goal.title() + " " + runner.label() + ": " + reached);
    if (part.isThere()) {
      part.replace(table(goal, runner, reached + ", " + LocalDate.now(ZoneOffset.UTC)));
    }
  }

  private String table(Goal told, Experiment.On runner, String reached) throws IOException {
    List<String> before = part.text().lines().toList();
    StringBuilder table = new StringBuilder(HEAD);
    for (Goal goal : Goal.values()) {
      List<String> cells = cells(goal, before);
      if (goal == told) {
        cells.set(Arrays.asList(Experiment.On.values()).indexOf(runner), reached);
      }
      table.append(goal.title()).append(" ").append(String.join(" | ", cells)).append(" |\n");
    }
    return table.toString();
  }

  /** What the runners reached before, in the order of their columns. */
  private static List<String> cells(Goal goal, List<String> before) {
    return before.stream()
        .filter(line -> line.startsWith(goal.title()))
        .map(line -> line.substring(goal.title().length()).split("\\|"))
        .findFirst()
        .map(cells -> Arrays.asList(cells[0].strip(), cells[1].strip()))
        .orElseGet(() -> Arrays.asList(NOT_MEASURED, NOT_MEASURED));
  }
}
