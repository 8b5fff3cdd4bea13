package io.rehome.cli;

import io.rehome.pipelines.Mode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options whose names are known and whose work is not built. */
@SuppressWarnings("UnusedVariable") // the modes to come read them
final class LaterOptions {
  @Option(names = "--sample", paramLabel = "N|P%", description = "Not built yet: only a sample.")
  private String sample = "";

  @Option(names = "--dry-run", description = "Not built yet: everything but the target.")
  private boolean dryRun;

  @Option(names = "--rehearse", description = "Not built yet: into a copy of the target.")
  private boolean rehearse;

  /** What is asked for and not built. */
  List<String> unbuilt(Mode mode) {
    List<String> unbuilt = new ArrayList<>();
    if (!mode.isBuilt()) {
      unbuilt.add("--mode=" + mode);
    }
    if (!sample.isEmpty()) {
      unbuilt.add("--sample");
    }
    if (dryRun) {
      unbuilt.add("--dry-run");
    }
    if (rehearse) {
      unbuilt.add("--rehearse");
    }
    return unbuilt;
  }
}
