package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DrillTableTest {
  private static final Experiment FIRST = Experiments.ALL.get(0);
  private static final Experiment SECOND = Experiments.ALL.get(1);

  @TempDir private Path folder;

  @Test
  void keepsTheRowsOfOtherExperimentsAndReplacesItsOwn() throws IOException {
    Path page = folder.resolve("page.md");
    Files.writeString(
        page,
        """
        before
        <!-- written by the drill: begin -->
        <!-- written by the drill: end -->
        after
        """);
    DrillTable table = new DrillTable(page);

    table.write(SECOND, 1, 5, 5);
    table.write(FIRST, 1, 5, 4);
    table.write(FIRST, 6, 20, 20);

    List<String> lines = Files.readAllLines(page);
    assertThat(
        lines,
        contains(
            "before",
            "<!-- written by the drill: begin -->",
            "| experiment | mode | runner | seeds run | passed | repeat with `./mvnw -Pdrill"
                + " verify` and |",
            "|---|---|---|---|---|---|",
            "| kill -9 | NORMAL | Direct | 20 | 20 | `-Drehome.drill.only=kill-9.normal.direct"
                + " -Drehome.drill.first-seed=6 -Drehome.drill.seeds=20` |",
            "| kill -9 | NORMAL | Flink | 5 | 5 | `-Drehome.drill.only=kill-9.normal.flink"
                + " -Drehome.drill.first-seed=1 -Drehome.drill.seeds=5` |",
            "<!-- written by the drill: end -->",
            "after"));
  }
}
