package io.rehome.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of a page that the drill writes: a row for each experiment. Seeds that follow on those
 * of the row are added to it; others begin the row anew.
 *
 * @param today the day that the rows written now bear
 */
record DrillTable(Path page, LocalDate today) {
  private static final String HEAD =
      """
      | experiment | mode | runner | seeds run | passed | last on | repeat with `./mvnw -Pdrill verify` and |
      |---|---|---|---|---|---|---|
      """;
  private static final Pattern RUN =
      Pattern.compile("\\| (\\d+) \\| (\\d+) \\|.*first-seed=(\\d+) ");

  /**
   * What is known of an experiment: so many seeds from the first on, and how many of them passed.
   */
  record Seeds(long first, int run, int passed) {
    long next() {
      return first + run;
    }

    Seeds and(Seeds later) {
      return later.first == next()
          ? new Seeds(first, run + later.run, passed + later.passed)
          : later;
    }
  }

  static DrillTable ofDocs() {
    return new DrillTable(Path.of("../docs/concepts/faults.md"), LocalDate.now(ZoneOffset.UTC));
  }

  /** The seeds of an experiment's row; none of them, before the first, where it has no row. */
  Seeds seeds(Experiment experiment) throws IOException {
    Matcher row = RUN.matcher(rows().getOrDefault(experiment.name(), ""));
    return row.find()
        ? new Seeds(
            Long.parseLong(row.group(3)),
            Integer.parseInt(row.group(1)),
            Integer.parseInt(row.group(2)))
        : new Seeds(1, 0, 0);
  }

  /** Adds these to the experiment's row; the rows stand in the order of the experiments. */
  void write(Experiment experiment, Seeds seeds) throws IOException {
    Map<String, String> rows = rows();
    rows.put(experiment.name(), row(experiment, seeds(experiment).and(seeds)));
    part().replace(table(rows));
  }

  private MarkedPart part() {
    return new MarkedPart(page, "drill");
  }

  private Map<String, String> rows() throws IOException {
    Map<String, String> rows = new LinkedHashMap<>();
    List<String> lines =
        part().text().lines().filter(line -> line.contains("drill.only=")).toList();
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

  private String row(Experiment experiment, Seeds seeds) {
    return "| %s | %s | %s | %d | %d | %s | `-Drehome.drill.only=%s -Drehome.drill.first-seed=%d -Drehome.drill.seeds=%d` |\n"
        .formatted(
            experiment.what(),
            experiment.mode(),
            experiment.runner().label(),
            seeds.run(),
            seeds.passed(),
            today,
            experiment.name(),
            seeds.first(),
            seeds.run());
  }
}
