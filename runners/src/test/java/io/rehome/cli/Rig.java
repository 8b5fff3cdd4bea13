package io.rehome.cli;

import io.rehome.testdata.demo.Scale;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.FaultProxy;
import io.rehome.testdata.servers.Passage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What a drill runs on: three servers of its own, each behind a proxy, and where modes begin. */
final class Rig implements AutoCloseable {
  static final Scale SCALE = new Scale(4_000);

  private final Path folder;
  private final Map<Side, Party> parties = new EnumMap<>(Side.class);
  private final Map<String, Ground> grounds = new HashMap<>();
  private int trials;

  /** Whom a fault befalls. */
  enum Side {
    SOURCE,
    TARGET,
    STORE
  }

  /** What the servers keep their files on. */
  enum Disk {
    LARGE,
    /** One of its own for each, which a fault may fill; see {@link SmallDisk}. */
    SMALL;

    private Party mariaDb(Path directory) throws IOException {
      return this == LARGE ? Party.mariaDb(directory) : Party.mariaDbOnSmallDisk(directory);
    }

    private Party postgres(Path directory) throws IOException {
      return this == LARGE ? Party.postgres(directory) : Party.postgresOnSmallDisk(directory);
    }
  }

  Rig(Path folder, Disk disk) throws IOException {
    this.folder = folder;
    try {
      parties.put(Side.SOURCE, disk.mariaDb(folder.resolve("source")));
      parties.put(Side.TARGET, disk.postgres(folder.resolve("target")));
      parties.put(Side.STORE, disk.postgres(folder.resolve("store")));
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  Party party(Side side) {
    return parties.get(side);
  }

  Path folder() {
    return folder;
  }

  Ground ground(Experiment experiment) throws Exception {
    Ground known = grounds.get(experiment.ground());
    if (known == null) {
      known = Ground.of(this, experiment);
      grounds.put(experiment.ground(), known);
    }
    return known;
  }

  /** One move, disturbed as the experiment says at the moments that the seed chooses. */
  Trial trial(Experiment experiment, long seed) throws Exception {
    Ground ground = ground(experiment);
    String name = "trial_" + ++trials;
    Database target = party(Side.TARGET).copy(ground.target(), name);
    Database store = party(Side.STORE).copy(ground.store(), name);
    Journey journey = Journey.at(folder.resolve(name), SCALE, ground.source(), target, store);
    experiment.plan(journey);
    Ground.changeRules(journey, experiment.mode());
    throughProxies(journey);
    return new Trial(this, experiment, ground, journey, seed);
  }

  /** From now on the journey's commands come to its databases through the proxies. */
  void throughProxies(Journey journey) throws IOException {
    throughProxy(journey, Side.SOURCE, journey.source());
    throughProxy(journey, Side.TARGET, journey.target());
    throughProxy(journey, Side.STORE, journey.store());
  }

  private void throughProxy(Journey journey, Side side, Database database) throws IOException {
    FaultProxy proxy = party(side).proxy();
    journey.replaceInPlan(database.jdbcUrl(), proxy.to(database).jdbcUrl());
  }

  /** How many connections the proxies have cut so far. */
  int cuts() {
    return parties.values().stream().mapToInt(party -> party.proxy().cuts()).sum();
  }

  /** Ends what a fault left behind: every server runs, every proxy is open. */
  void heal() {
    for (Party party : parties.values()) {
      party.startAgain();
      party.proxy().let(Passage.open());
    }
  }

  @Override
  public void close() throws IOException {
    for (Party party : parties.values()) {
      party.close();
    }
  }
}
