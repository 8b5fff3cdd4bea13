package io.rehome.cli;

import io.rehome.pipelines.Checking;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** How VERIFY goes about it. */
final class CheckingOptions {
  @Option(
      names = "--recheck",
      paramLabel = "N",
      defaultValue = "0",
      showDefaultValue = Visibility.ALWAYS,
      description =
          "VERIFY: look again N times, with growing pauses, at what seems to differ: a source that"
              + " lives gives no false alarm then.")
  private int recheck;

  @Option(
      names = "--reopen",
      description =
          "VERIFY: make PENDING what is changed or missing, so that RETRY_FAILED repairs it.")
  private boolean reopen;

  List<String> problems() {
    return recheck < 0
        ? List.of("--recheck: a number of looks is not negative: " + recheck)
        : List.of();
  }

  Checking checking(Path reports) {
    return new Checking(recheck, reopen ? Checking.Repair.REOPEN : Checking.Repair.NONE, reports);
  }
}
