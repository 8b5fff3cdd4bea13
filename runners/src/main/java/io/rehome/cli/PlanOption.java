package io.rehome.cli;

import picocli.CommandLine.Option;

/** Which plan a command is about. */
final class PlanOption {
  static final String DEMO = "demo";

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      required = true,
      description = "The plan's YAML file; \"demo\" is the demo's plan with its servers.")
  private String plan = "";

  /** As it was written on the command line. */
  String text() {
    return plan;
  }

  boolean isDemo() {
    return plan.equals(DEMO);
  }
}
