package io.rehome.report;

import picocli.CommandLine;

/** Breaks the rules of report, for ArchitectureRulesCanFailTest. */
public interface PlantedInReport {
  CommandLine commandLine();
}
