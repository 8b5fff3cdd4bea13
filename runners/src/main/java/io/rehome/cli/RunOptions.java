package io.rehome.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

  Duration outageBudget() {
    return outageBudget;
  }

  List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (maxReadRate < 0) {
      problems.add("--maxReadRate: a number of rows is not negative: " + maxReadRate);
    }
    return problems;
  }
}
