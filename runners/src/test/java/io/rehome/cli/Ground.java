package io.rehome.cli;

import io.rehome.pipelines.Mode;
import io.rehome.testdata.demo.DemoMarketplace;
import io.rehome.testdata.demo.DemoPlatform;
import io.rehome.testdata.servers.Database;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Where all trials of a mode begin, and where a run ends that nothing disturbs.
 *
 * @param target the template of the platform, to be copied
 * @param store the template of the store, to be copied
 * @param usual how long the undisturbed run took, as a process
 * @param pages how many pages it confirmed
 * @param digests of platform and store at its end
 */
record Ground(
    Mode mode,
    Database source,
    Database target,
    Database store,
    Duration usual,
    long pages,
    List<String> digests) {

  static final String CONFIRMED = "select count(*) from rehome.page where confirmed_at is not null";

  static Ground of(Rig rig, Experiment experiment) throws Exception {
    Mode mode = experiment.mode();
    String name = experiment.ground();
    Party targets = rig.party(Rig.Side.TARGET);
    Party stores = rig.party(Rig.Side.STORE);
    Journey journey = begun(rig, experiment);
    Database target = targets.copy(journey.target(), name + "_template");
    Database store = stores.copy(journey.store(), name + "_template");
    long began = System.nanoTime();
    int exit = exit(journey, mode);
    if (exit != 2 && exit != 0) {
      throw new IllegalStateException("an undisturbed run ended with " + exit);
    }
    Duration usual = Duration.ofNanos(System.nanoTime() - began);
    long pages = Long.parseLong(Journey.rows(journey.store(), CONFIRMED).get(0));
    return new Ground(mode, journey.source(), target, store, usual, pages, digests(journey));
  }

  /** A journey on which only the mode's own run is still to come. */
  private static Journey begun(Rig rig, Experiment experiment) throws Exception {
    Mode mode = experiment.mode();
    String name = experiment.ground();
    Database source = rig.party(Rig.Side.SOURCE).create(name);
    new DemoMarketplace(Rig.SCALE).fill(source);
    Database target = rig.party(Rig.Side.TARGET).create(name);
    DemoPlatform.create(target);
    Database store = rig.party(Rig.Side.STORE).create(name);
    Journey journey = Journey.at(rig.folder().resolve(name), Rig.SCALE, source, target, store);
    experiment.plan(journey);
    journey.initStore();
    if (mode != Mode.NORMAL) {
      journey.migrate();
      change(journey, mode);
      changeRules(journey, mode);
    }
    return journey;
  }

  /** Gives a journey's plan the rules that the mode's own run is to bring about. */
  static void changeRules(Journey journey, Mode mode) throws IOException {
    if (mode == Mode.LOCAL_DIFF) {
      journey.replaceInPlan("body:       body", "body:       trim(lower(body))");
      journey.replaceInPlan("sold: sold,", "sold: ended,");
    }
  }

  private static void change(Journey journey, Mode mode) throws SQLException {
    if (mode == Mode.FIND_MISSING) {
      journey.inTarget("delete from messages where message_id % 2 = 0");
    } else if (mode == Mode.RETRY_FAILED) {
      journey.inSource("update members set created = '2020-01-01' where created = 0");
    } else if (mode != Mode.LOCAL_DIFF) {
      journey.inSource("update messages set body = concat(body, '!') where message_id % 2 = 0");
    }
  }

  /** Fills the source anew, after somebody wrote to it. */
  void fillSource(Rig rig) {
    rig.party(Rig.Side.SOURCE).drop(source);
    new DemoMarketplace(Rig.SCALE).fill(rig.party(Rig.Side.SOURCE).create(source.name()));
  }

  private static int exit(Journey journey, Mode mode) throws Exception {
    Process run =
        new JavaProcess(Rehome.class).start(journey.folder(), journey.migration("--mode=" + mode));
    if (!run.waitFor(3, TimeUnit.MINUTES)) {
      run.destroyForcibly();
      throw new IllegalStateException("an undisturbed run does not end");
    }
    return run.exitValue();
  }

  /** Whether the source still is as it was filled, so that the judge knows every row's fate. */
  boolean isAsFilled() {
    return mode == Mode.NORMAL || mode == Mode.FIND_MISSING;
  }

  static List<String> digests(Journey journey) throws SQLException {
    List<String> digests = new ArrayList<>(journey.platformDigests());
    digests.addAll(journey.storeDigests());
    return digests;
  }
}
