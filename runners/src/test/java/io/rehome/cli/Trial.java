package io.rehome.cli;

import io.rehome.pipelines.Mode;
import io.rehome.testdata.servers.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One move that is disturbed, continued by the same command, and judged. */
final class Trial implements AutoCloseable {
  static final int KILLED = 137;
  static final int BUSY = 5;

  /** A connection that went silent is given up after five minutes. */
  private static final Duration LONGEST = Duration.ofMinutes(8);

  private static final Set<Integer> RESUMABLE = Set.of(3, BUSY, 130, KILLED);

  private final Rig rig;
  private final Experiment experiment;
  private final Ground ground;
  private final Journey journey;
  private final Random random;
  private Mode mode;
  private List<String> flagsOfMode = List.of();
  private boolean isWritten;
  private final List<Process> processes = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  Trial(Rig rig, Experiment experiment, Ground ground, Journey journey, long seed) {
    this.rig = rig;
    this.experiment = experiment;
    this.mode = experiment.mode();
    this.ground = ground;
    this.journey = journey;
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  /** What is wrong at the end; empty where all is as after an undisturbed run. */
  List<String> complaints() throws Exception {
    int exit = experiment.fault().befall(this);
    rig.heal();
    if (!isFinal(exit)) {
      if (!RESUMABLE.contains(exit)) {
        complain("it ended with " + exit);
      }
      exit = ended(startWhenFree());
    }
    if (!isFinal(exit)) {
      complain("the same command ended with " + exit);
    }
    complaints.addAll(new Verdict(journey, ground, isWritten).complaints(exit));
    return complaints;
  }

  private static boolean isFinal(int exit) {
    return exit == 0 || exit == 2;
  }

  Process start() throws IOException {
    return start(new JavaProcess(Rehome.class));
  }

  Process start(JavaProcess rehome) throws IOException {
    List<String> flags = new ArrayList<>(experiment.runner().flags());
    flags.add("--mode=" + mode);
    flags.addAll(flagsOfMode);
    Process process =
        rehome.start(journey.folder(), journey.migration(flags.toArray(String[]::new)));
    processes.add(process);
    return process;
  }

  /** From now on, the command is one of this mode, with these flags. */
  void goOnWith(Mode next, String... flags) {
    mode = next;
    flagsOfMode = List.of(flags);
  }

  /**
   * Lets somebody write to the source until it is to stop. What was written is judged with the
   * rest, but not compared with an undisturbed run, of which there is none.
   */
  Writer writer() throws SQLException {
    isWritten = true;
    return Writer.begin(journey.source(), journey.scale(), random.nextLong());
  }

  /** Starts it until nobody else holds the marketplace; a lease of the dead lasts 15 s. */
  Process startWhenFree() throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    Process process = start();
    while (ended(process) == BUSY && System.nanoTime() < until) {
      Thread.sleep(1_000);
      process = start();
    }
    return process;
  }

  /** The exit code, when it has ended; a process that does not end is killed and complained of. */
  int ended(Process process) throws InterruptedException {
    if (!process.waitFor(LONGEST.toMinutes(), TimeUnit.MINUTES)) {
      complain("it does not end");
      return killed(process);
    }
    return process.exitValue();
  }

  /** Kills it; its exit code, if it had ended before. */
  int killed(Process process) throws InterruptedException {
    process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    return process.exitValue();
  }

  /**
   * Lets a moment of an undisturbed run's time pass, any one; false if the run has ended by then.
   */
  boolean awaitAMoment(Process process) throws InterruptedException {
    return !process.waitFor(upTo(ground.usual()).toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The same, once the store knows of the run: its start is over by then. */
  boolean awaitAMomentOfWork(Process process) throws Exception {
    awaitRun(process);
    return !process.waitFor(upTo(ground.usual().dividedBy(2)).toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Waits until the run has confirmed as many pages as an undisturbed one, or has ended. */
  void awaitLastPage(Process process) throws Exception {
    while (process.isAlive() && count(Ground.CONFIRMED) < ground.pages()) {
      Thread.sleep(5);
    }
  }

  /** Waits until the process says its first word, or has ended. */
  void awaitWord(Process process) throws Exception {
    while (process.isAlive() && Files.size(log()) == 0) {
      Thread.sleep(20);
    }
  }

  /** Waits until the store knows a run, or the process has ended. */
  void awaitRun(Process process) throws Exception {
    long before = count("select count(*) from rehome.runs");
    while (process.isAlive() && count("select count(*) from rehome.runs") == before) {
      Thread.sleep(20);
    }
  }

  /** Any number from one to half of the pages that an undisturbed run would still confirm. */
  int numberOfAPage() throws Exception {
    long left = ground.pages() - count(Ground.CONFIRMED);
    return 1 + random.nextInt((int) Math.max(1, left / 2));
  }

  long count(String query) throws Exception {
    return Long.parseLong(Journey.rows(journey.store(), query).get(0));
  }

  /** Any time from nothing to this. */
  Duration upTo(Duration longest) {
    return Duration.ofMillis(random.nextInt((int) longest.toMillis() + 1));
  }

  Random random() {
    return random;
  }

  /** The database of this trial, past the proxy. */
  Database database(Rig.Side side) {
    return switch (side) {
      case SOURCE -> journey.source();
      case TARGET -> journey.target();
      case STORE -> journey.store();
    };
  }

  Party party(Rig.Side side) {
    return rig.party(side);
  }

  void complain(String what) {
    complaints.add(what);
  }

  Path log() {
    return journey.folder().resolve("process.log");
  }

  /** What the processes said, in their order. */
  String said() throws IOException {
    return Files.readString(log());
  }

  @Override
  public void close() {
    processes.forEach(process -> process.destroyForcibly().onExit().join());
    rig.heal();
    rig.party(Rig.Side.TARGET).drop(journey.target());
    rig.party(Rig.Side.STORE).drop(journey.store());
    if (isWritten) {
      ground.fillSource(rig);
    }
  }
}
