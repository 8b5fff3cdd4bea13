package io.rehome.cli;

import io.rehome.pipelines.Mode;
import java.util.List;
import java.util.Locale;

/**
 * A fault that befalls a mode on a runner.
 *
 * @param what the fault, in words for the table
 */
record Experiment(String what, Mode mode, On runner, Fault fault) {

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
    return new Experiment(what, Mode.NORMAL, On.DIRECT, fault);
  }

  Experiment in(Mode otherMode) {
    return new Experiment(what, otherMode, runner, fault);
  }

  Experiment onFlink() {
    return new Experiment(what, mode, On.FLINK, fault);
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
