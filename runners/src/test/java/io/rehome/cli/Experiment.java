package io.rehome.cli;

import io.rehome.io.Keep;
import io.rehome.pipelines.Mode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * A fault that befalls a mode on a runner.
 *
 * @param what the fault, in words for the table
 * @param keep how much of a record the store keeps
 * @param disk what the servers live on
 */
record Experiment(String what, Mode mode, On runner, Keep keep, Rig.Disk disk, Fault fault) {

  /** The runners, both in one process. */
  enum On {
    DIRECT,
    FLINK;

    List<String> flags() {
      return this == DIRECT
          ? List.of()
          : List.of("--runner=FlinkRunner", "--flinkMaster=[local]", "--parallelism=2");
    }

    /** As a table names it. */
    String label() {
      return this == DIRECT ? "Direct" : "Flink";
    }
  }

  static Experiment normal(String what, Fault fault) {
    return new Experiment(what, Mode.NORMAL, On.DIRECT, Keep.FULL, Rig.Disk.LARGE, fault);
  }

  Experiment in(Mode otherMode) {
    return new Experiment(what, otherMode, runner, keep, disk, fault);
  }

  Experiment onFlink() {
    return new Experiment(what, mode, On.FLINK, keep, disk, fault);
  }

  Experiment byFingerprints() {
    return new Experiment(
        what + ", keep: fingerprints", mode, runner, Keep.FINGERPRINTS, disk, fault);
  }

  Experiment onSmallDisks() {
    return new Experiment(what, mode, runner, keep, Rig.Disk.SMALL, fault);
  }

  /** The name of what its trials begin from, which those of others may share. */
  String ground() {
    return "%s_%s".formatted(mode, keep).toLowerCase(Locale.ROOT);
  }

  /** Gives a journey's plan what the experiment asks of the store. */
  void plan(Journey journey) throws IOException {
    if (keep == Keep.FINGERPRINTS) {
      journey.replaceInPlan("store:\n", "store:\n  keep: fingerprints\n");
    }
  }

  /** Its name on a command line: {@code kill-9.normal.direct}. */
  String name() {
    return "%s.%s.%s"
        .formatted(what.replaceAll("[^A-Za-z0-9]+", "-"), mode, runner)
        .toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return name();
  }
}
