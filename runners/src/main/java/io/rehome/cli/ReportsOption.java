package io.rehome.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where reports are written. */
final class ReportsOption {
  @Option(
      names = "--reports",
      paramLabel = "DIR",
      defaultValue = "reports",
      showDefaultValue = picocli.CommandLine.Help.Visibility.ALWAYS,
      description = "Each run writes its reports into a folder of its own below this one.")
  private Path reports = Path.of("reports");

  Path path() {
    return reports;
  }
}
