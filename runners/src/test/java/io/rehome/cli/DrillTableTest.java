package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;

import io.rehome.cli.DrillTable.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DrillTableTest {
  private static final Experiment FIRST = Experiments.ALL.get(0);
  private static final Experiment SECOND = Experiments.ALL.get(1);

  @TempDir private Path folder;

  @Test
  void addsSeedsThatFollowAndBeginsARowAnewWithOthers() throws IOException {
    Path page = folder.resolve("page.md");
    Files.writeString(
        page,
        """
        before
        <!-- written by the drill: begin -->
        <!-- written by the drill: end -->
        after
        """);
    DrillTable table = new DrillTable(page, LocalDate.of(2026, 11, 28));

    table.write(SECOND, new Seeds(1, 5, 5));
    table.write(FIRST, new Seeds(1, 5, 4));
    table.write(FIRST, new Seeds(table.seeds(FIRST).next(), 20, 20));
    table.write(SECOND, new Seeds(3, 2, 2));

    List<String> lines = Files.readAllLines(page);
    assertThat(
        lines,
        contains(
            "before",
            "<!-- written by the drill: begin -->",
            "| experiment | mode | runner | seeds run | passed | last on | repeat with `./mvnw -Pdrill"
                + " verify` and |",
            "|---|---|---|---|---|---|---|",
            "| kill -9 | NORMAL | Direct | 25 | 24 | 2026-11-28 | `-Drehome.drill.only=kill-9.normal.direct"
                + " -Drehome.drill.first-seed=1 -Drehome.drill.seeds=25` |",
            "| kill -9 | NORMAL | Flink | 2 | 2 | 2026-11-28 | `-Drehome.drill.only=kill-9.normal.flink"
                + " -Drehome.drill.first-seed=3 -Drehome.drill.seeds=2` |",
            "<!-- written by the drill: end -->",
            "after"));
  }
}
