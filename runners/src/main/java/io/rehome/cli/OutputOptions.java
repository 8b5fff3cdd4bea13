package io.rehome.cli;

import picocli.CommandLine.Option;

/** How a command tells its result. */
final class OutputOptions {
  @Option(names = "--json", description = "Print the result as one JSON object.")
  private boolean json;

  @Option(names = "--stacktrace", description = "Print the stack trace of a fault.")
  private boolean stacktrace;

  boolean isJson() {
    return json;
  }

  boolean showsStackTrace() {
    return stacktrace;
  }
}
