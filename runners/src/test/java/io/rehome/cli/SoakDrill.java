package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import com.google.common.collect.Iterators;
import io.rehome.testdata.demo.DemoMarketplace;
import io.rehome.testdata.demo.DemoPlatform;
import io.rehome.testdata.demo.Scale;
import io.rehome.testdata.servers.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * NORMAL for an hour, or for {@code -Drehome.drill.soak.minutes}, on both runners side by side,
 * each with a heap of 512 MB, while all connections to one of the servers are reset every twenty
 * seconds, in turn: what a run holds on to does not grow, and nothing is lost. Run with {@code
 * -Pdrill}.
 */
final class SoakDrill {
  private static final int MINUTES = Integer.getInteger("rehome.drill.soak.minutes", 60);
  private static final int ROWS_A_SECOND = 500;
  private static final int SECONDS_BETWEEN = 20;

  @TempDir private Path folder;

  @Test
  void holdsOnToNoMoreThanBefore() throws Exception {
    try (Rig rig = new Rig(folder, Rig.Disk.LARGE)) {
      List<Soaking> runs = new ArrayList<>();
      try {
        for (Experiment.On runner : Experiment.On.values()) {
          runs.add(begun(rig, runner));
        }
        disturb(rig, runs);
        new SoakTable(Path.of("../docs/concepts/faults.md")).write(MINUTES, rig.cuts(), runs);
        for (Soaking run : runs) {
          assertSound(run);
        }
      } finally {
        for (Soaking run : runs) {
          run.close();
        }
      }
    }
  }

  private Soaking begun(Rig rig, Experiment.On runner) throws Exception {
    String name = runner.name().toLowerCase(Locale.ROOT);
    Scale scale = new Scale(ROWS_A_SECOND * 60 * MINUTES);
    Database source = rig.party(Rig.Side.SOURCE).create(name);
    new DemoMarketplace(scale).fill(source);
    Database target = rig.party(Rig.Side.TARGET).create(name + "_target");
    DemoPlatform.create(target);
    Database store = rig.party(Rig.Side.STORE).create(name + "_store");
    Journey journey = Journey.at(folder.resolve(name), scale, source, target, store);
    journey.initStore();
    rig.throughProxies(journey);
    List<String> flags = new ArrayList<>(runner.flags());
    flags.add("--maxReadRate=" + ROWS_A_SECOND);
    Process process =
        new JavaProcess(Rehome.class)
            .start(journey.folder(), journey.migration(flags.toArray(String[]::new)));
    return new Soaking(runner, journey, process);
  }

  private static void disturb(Rig rig, List<Soaking> runs) throws Exception {
    long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2L * MINUTES + 10);
    Iterator<Rig.Side> turns = Iterators.cycle(Rig.Side.values());
    while (System.nanoTime() < until && runs.stream().anyMatch(Soaking::isAlive)) {
      TimeUnit.SECONDS.sleep(SECONDS_BETWEEN / 2);
      for (Soaking run : runs) {
        run.look();
      }
      TimeUnit.SECONDS.sleep(SECONDS_BETWEEN / 2);
      rig.party(turns.next()).proxy().reset();
    }
  }

  private static void assertSound(Soaking run) throws Exception {
    String said = Files.readString(run.journey().folder().resolve("process.log"));
    assertThat(run.runner().label() + " ended: " + said, run.isAlive(), is(false));
    assertThat(run.runner().label() + ": " + said, run.exit(), is(2));
    assertThat(run.journey().findings(), is(empty()));
    for (Vitals.Sign sign : Vitals.Sign.values()) {
      assertThat(
          run.runner().label() + ", " + sign.title + ", of which there were " + run.third(sign, 1),
          run.third(sign, 2),
          is(lessThanOrEqualTo(run.third(sign, 1) + sign.slack)));
    }
  }
}
