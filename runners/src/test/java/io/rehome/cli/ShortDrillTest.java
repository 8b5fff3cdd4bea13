package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short part of {@link FaultsDrill}, with a fixed seed, in every build. */
final class ShortDrillTest {
  private static final long SEED = 1_000;
  private static final String TWO =
      "kill-9.normal.direct,answers-to-commit-lost-target.normal.direct";

  @TempDir private Path folder;

  @Test
  void nothingIsLost() throws Exception {
    try (Rig rig = new Rig(folder, Rig.Disk.LARGE)) {
      for (Experiment experiment : Experiments.beginning(TWO)) {
        try (Trial trial = rig.trial(experiment, SEED)) {
          assertThat(experiment + " " + SEED, trial.complaints(), is(empty()));
        }
      }
    }
  }
}
