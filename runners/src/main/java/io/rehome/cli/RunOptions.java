package io.rehome.cli;

import io.rehome.io.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** What every run may be told. */
final class RunOptions {
  @Option(
      names = "--maxReadRate",
      paramLabel = "N",
      defaultValue = "0",
      showDefaultValue = Visibility.ALWAYS,
      description = "Most rows a second to read from the source; 0 = unlimited.")
  private long maxReadRate;

  @Option(
      names = "--maxSourceConnections",
      paramLabel = "N",
      defaultValue = "0",
      showDefaultValue = Visibility.ALWAYS,
      description =
          "Most connections of each JVM to the source at once: one is for questions, the others read;"
              + " 0 = as the plan's source.connections says, or 5.")
  private int maxSourceConnections;

  @Option(
      names = "--outage-budget",
      paramLabel = "TIME",
      defaultValue = "10m",
      showDefaultValue = Visibility.ALWAYS,
      converter = DurationText.class,
      description = "How long an outage may last before the run stops, resumable: 30s, 10m, 2h.")
  private Duration outageBudget = Duration.ofMinutes(10);

  long maxReadRate() {
    return maxReadRate;
  }

  /** The cap on connections to the source that goes before the plan's. */
  OptionalInt sourceConnections() {
    return maxSourceConnections == 0 ? OptionalInt.empty() : OptionalInt.of(maxSourceConnections);
  }

  Duration outageBudget() {
    return outageBudget;
  }

  List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (maxReadRate < 0) {
      problems.add("--maxReadRate: a number of rows is not negative: " + maxReadRate);
    }
    sourceConnections().stream()
        .filter(connections -> connections < Source.FEWEST_CONNECTIONS)
        .forEach(
            few ->
                problems.add("--maxSourceConnections: at least 2 (one reads, one asks): " + few));
    return problems;
  }
}
