package io.rehome.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The table of a page that the drill writes: a row for each experiment, the latest drill's. */
record DrillTable(Path page) {
  static final DrillTable OF_DOCS = new DrillTable(Path.of("../docs/concepts/faults.md"));

  private static final String HEAD =
      """
      | experiment | mode | runner | seeds run | passed | repeat with `./mvnw -Pdrill verify` and |
      |---|---|---|---|---|---|
      """;

  /** Replaces this experiment's row, or adds it; the rows stand in the order of the experiments. */
  void write(Experiment experiment, long firstSeed, int seeds, int passed) throws IOException {
    MarkedPart part = new MarkedPart(page, "drill");
    Map<String, String> rows = rows(part.text());
    rows.put(experiment.name(), row(experiment, firstSeed, seeds, passed));
    part.replace(table(rows));
  }

  private static Map<String, String> rows(String table) {
    Map<String, String> rows = new LinkedHashMap<>();
    List<String> lines = table.lines().filter(line -> line.contains("drill.only=")).toList();
    for (Experiment experiment : Experiments.ALL) {
      lines.stream()
          .filter(line -> line.contains("drill.only=" + experiment.name() + " "))
          .forEach(line -> rows.put(experiment.name(), line + "\n"));
    }
    return rows;
  }

  private static String table(Map<String, String> rows) {
    StringBuilder table = new StringBuilder(HEAD);
    for (Experiment experiment : Experiments.ALL) {
      table.append(rows.getOrDefault(experiment.name(), ""));
    }
    return table.toString();
  }

  private static String row(Experiment experiment, long firstSeed, int seeds, int passed) {
    return "| %s | %s | %s | %d | %d | `-Drehome.drill.only=%s -Drehome.drill.first-seed=%d -Drehome.drill.seeds=%d` |\n"
        .formatted(
            experiment.what(),
            experiment.mode(),
            experiment.runner().name().charAt(0)
                + experiment.runner().name().substring(1).toLowerCase(Locale.ROOT),
            seeds,
            passed,
            experiment.name(),
            firstSeed,
            seeds);
  }
}
