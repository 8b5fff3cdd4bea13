package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every experiment with so many seeds, each judged as after an undisturbed run; the outcome is
 * written into docs/concepts/faults.md. Run with {@code -Pdrill}.
 *
 * <p>{@code -Drehome.drill.seeds=5} is the default, from the first seed on that the table does not
 * have or from {@code -Drehome.drill.first-seed=1}; {@code -Drehome.drill.only=kill-9,sigterm}
 * takes the experiments whose name begins so. A seed chooses the moments in the time of a run; what
 * the run is doing then depends on the machine, too.
 */
final class FaultsDrill {
  @TempDir private static Path folder;
  private static final Map<Rig.Disk, Rig> RIGS = new EnumMap<>(Rig.Disk.class);

  static List<Experiment> experiments() {
    return Experiments.beginning(System.getProperty("rehome.drill.only", ""));
  }

  @AfterAll
  static void end() throws Exception {
    for (Rig rig : RIGS.values()) {
      rig.close();
    }
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void nothingIsLost(Experiment experiment) throws Exception {
    assumeTrue(isPossible(experiment), "no disk can be mounted here, so that none can be full");
    DrillTable table = DrillTable.ofDocs();
    int seeds = Integer.getInteger("rehome.drill.seeds", 5);
    long first = Long.getLong("rehome.drill.first-seed", table.seeds(experiment).next());
    List<String> failed = new ArrayList<>();
    for (long seed = first; seed < first + seeds; seed++) {
      List<String> complaints = complaints(experiment, seed);
      if (!complaints.isEmpty()) {
        failed.add("seed " + seed + ": " + complaints);
      }
    }
    table.write(experiment, new DrillTable.Seeds(first, seeds, seeds - failed.size()));
    assertThat(experiment.name(), failed, is(empty()));
  }

  private static boolean isPossible(Experiment experiment) throws IOException {
    return experiment.disk() == Rig.Disk.LARGE || SmallDisk.isPermitted();
  }

  private static Rig rig(Rig.Disk disk) throws IOException {
    Rig known = RIGS.get(disk);
    if (known == null) {
      known = new Rig(folder.resolve(disk.name()), disk);
      RIGS.put(disk, known);
    }
    return known;
  }

  private static List<String> complaints(Experiment experiment, long seed) throws Exception {
    long began = System.nanoTime();
    Rig rig = rig(experiment.disk());
    int cuts = rig.cuts();
    try (Trial trial = rig.trial(experiment, seed)) {
      List<String> complaints = trial.complaints();
      System.out.printf(
          "%s seed %d: %s, %d connections cut, %.1f s%n",
          experiment,
          seed,
          complaints.isEmpty() ? "passed" : complaints,
          rig.cuts() - cuts,
          (System.nanoTime() - began) / 1e9);
      if (!complaints.isEmpty()) {
        System.out.println(trial.said());
      }
      return complaints;
    }
  }
}
