package io.rehome.cli;

import io.rehome.pipelines.Mode;
import java.util.List;
import java.util.Locale;

/**
 * A fault that befalls a mode on a runner.
 *
 * @param what the fault, in words for the table
 * @param disk what the servers of target and store live on
 */
record Experiment(String what, Mode mode, On runner, Rig.Disk disk, Fault fault) {

  /** The runners, both in one process. */
  enum On {
    DIRECT,
    FLINK;

    List<String> flags() {
      return this == DIRECT
          ? List.of()
          : List.of("--runner=FlinkRunner", "--flinkMaster=[local]", "--parallelism=2");
    }
  }

  static Experiment normal(String what, Fault fault) {
    return new Experiment(what, Mode.NORMAL, On.DIRECT, Rig.Disk.LARGE, fault);
  }

  Experiment in(Mode otherMode) {
    return new Experiment(what, otherMode, runner, disk, fault);
  }

  Experiment onFlink() {
    return new Experiment(what, mode, On.FLINK, disk, fault);
  }

  Experiment onSmallDisks() {
    return new Experiment(what, mode, runner, Rig.Disk.SMALL, fault);
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
