package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BeamFlagsTest {
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  @Test
  void givesTheDirectRunnerAWorkerMoreThanCoresAndNoChecks() {
    assertThat(
        complete(),
        contains(
            "--enforceEncodability=false",
            "--enforceImmutability=false",
            "--runner=DirectRunner",
            "--targetParallelism=" + (CORES + 1)));
  }

  @Test
  void leavesToTheUserWhatTheUserSays() {
    assertThat(
        complete("--enforceImmutability=true", "--targetParallelism", "1"),
        contains(
            "--enforceImmutability=true",
            "--targetParallelism=1",
            "--enforceEncodability=false",
            "--runner=DirectRunner"));
  }

  @Test
  void runsFlinkInThisJvmUnlessAMasterIsNamed() {
    assertThat(
        complete("--runner=FlinkRunner"),
        contains(
            "--runner=FlinkRunner",
            "--fasterCopy=true",
            "--flinkMaster=[local]",
            "--objectReuse=true",
            "--parallelism=" + CORES));
    assertThat(
        complete("--runner=FlinkRunner", "--flinkMaster=host:8081"),
        not(hasItem("--parallelism=" + CORES)));
  }

  @Test
  void knowsWhetherWorkersAreInThisJvm() {
    assertThat(RunnerDefaults.of(List.of()).isLocal(), is(true));
    assertThat(
        RunnerDefaults.of(List.of("--runner=FlinkRunner", "--flinkMaster=[local]")).isLocal(),
        is(true));
    assertThat(
        RunnerDefaults.of(List.of("--runner=FlinkRunner", "--flinkMaster=host:8081")).isLocal(),
        is(false));
  }

  private static List<String> complete(String... given) {
    BeamFlags flags = BeamFlags.of(List.of(given), Set.of());
    assertThat(flags.problems(), is(empty()));
    return flags.complete();
  }
}
