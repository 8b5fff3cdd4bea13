package io.rehome.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** What befalls the run's process. */
final class ProcessFaults {
  private static final int KILLS = 5;
  private static final int SECONDS_TO_STOP = 10;
  private static final int CROWD = 10;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final String OVERLAPPING =
      "select count(*) from rehome.runs a join rehome.runs b on a.run < b.run"
          + " and a.started < b.finished and b.started < a.finished";
  private static final String RUNNING = "select count(*) from rehome.runs where state = 'RUNNING'";

  private static final List<String> NOTORIOUS_ZONES =
      List.of(
          "America/New_York",
          "America/Sao_Paulo",
          "Europe/Berlin",
          "Asia/Kolkata",
          "Pacific/Apia",
          "Australia/Lord_Howe");

  private ProcessFaults() {}

  /** Killed at any moment, continued, and killed again: up to five times. */
  static int kills(Trial trial) throws Exception {
    int exit = Trial.KILLED;
    int kills = 1 + trial.random().nextInt(KILLS);
    for (int kill = 0; kill < kills && exit == Trial.KILLED; kill++) {
      Process run = trial.start();
      trial.awaitAMoment(run);
      exit = trial.killed(run);
    }
    return exit;
  }

  /** Told to stop by this signal: it ends within ten seconds, with its own exit code. */
  static Fault told(String signal) {
    return trial -> {
      Process run = trial.start();
      trial.awaitRun(run);
      if (trial.awaitAMoment(run)) {
        send(signal, run);
        if (!run.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
          trial.complain(signal + " did not end it within 10 s");
        } else if (run.exitValue() != 130 && run.exitValue() != 2) {
          trial.complain(signal + " made it end with " + run.exitValue());
        }
      }
      return trial.ended(run);
    };
  }

  /**
   * Started twice: one does it; the other says that it is held, or comes after it and finds it
   * done.
   */
  static int twice(Trial trial) throws Exception {
    Process first = trial.start();
    trial.awaitAMoment(first);
    Process second = trial.start();
    int one = trial.ended(first);
    int other = trial.ended(second);
    if (one == Trial.BUSY && other == Trial.BUSY) {
      trial.complain("each of two was refused for the other");
    }
    return other == Trial.BUSY ? one : other;
  }

  /**
   * Started ten times, with pauses of up to two seconds: one at a time does it; the others say that
   * it is held, or come later and find it done.
   */
  static int tenTimes(Trial trial) throws Exception {
    List<Process> ended = new CopyOnWriteArrayList<>(); // in this order
    List<CompletableFuture<Boolean>> ends = new ArrayList<>();
    while (ends.size() < CROWD) {
      ends.add(trial.start().onExit().thenApply(ended::add));
      Thread.sleep(trial.upTo(LONGEST_PAUSE).toMillis());
    }
    for (CompletableFuture<Boolean> end : ends) {
      end.get(4, TimeUnit.MINUTES);
    }
    if (trial.count(OVERLAPPING) > 0) {
      trial.complain("two of ten worked at a time");
    }
    return exitOfLastAtWork(trial, ended);
  }

  private static int exitOfLastAtWork(Trial trial, List<Process> ended) {
    List<Integer> atWork =
        ended.stream().map(Process::exitValue).filter(exit -> exit != Trial.BUSY).toList();
    atWork.stream()
        .filter(exit -> exit != 0 && exit != 2)
        .forEach(exit -> trial.complain("one of ten ended with " + exit));
    return atWork.isEmpty() ? Trial.BUSY : atWork.get(atWork.size() - 1);
  }

  /** Frozen until another has taken over and ended, then woken: it may write nothing more. */
  static int frozen(Trial trial) throws Exception {
    Process zombie = trial.start();
    trial.awaitRun(zombie);
    if (!trial.awaitAMoment(zombie)) {
      return zombie.exitValue();
    }
    send("STOP", zombie);
    boolean hadEnded = trial.count(RUNNING) == 0; // and only its report was still to come
    int exit = trial.ended(trial.startWhenFree());
    send("CONT", zombie);
    int woken = trial.ended(zombie);
    if (!hadEnded && (woken == 0 || woken == 2)) {
      trial.complain("the woken one ended with " + woken);
    }
    return exit;
  }

  /** Nothing but that its JVM lives in any time zone, every other time in a notorious one. */
  static int inAnyZone(Trial trial) throws Exception {
    Random random = trial.random();
    List<String> zones =
        random.nextBoolean()
            ? NOTORIOUS_ZONES
            : ZoneId.getAvailableZoneIds().stream().sorted().toList();
    String zone = zones.get(random.nextInt(zones.size()));
    return trial.ended(trial.start(new JavaProcess(Rehome.class).inZone(zone)));
  }

  private static void send(String signal, Process process)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
  }
}
