package io.rehome.cli;

import io.rehome.testdata.servers.FaultProxy;
import io.rehome.testdata.servers.Passage;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** What befalls the run's process at a point of its work, at any of its passings by. */
final class PointFaults {
  private static final int MOST_KILLS = 3;

  private PointFaults() {}

  /** Which call it is. */
  private interface Which {
    int of(Trial trial) throws Exception;
  }

  /** It is killed before a worker calls this method for a page, or when the call has returned. */
  static Fault killedOnPage(Point.When when, Class<?> contract, String method) {
    return trial -> killed(trial, when, contract, method, Trial::numberOfAPage);
  }

  /** The same of a method that the command itself calls, up to so many times in a run. */
  static Fault killedOnStep(Point.When when, Class<?> contract, String method, int most) {
    return trial -> killed(trial, when, contract, method, of -> 1 + of.random().nextInt(most));
  }

  private static int killed(
      Trial trial, Point.When when, Class<?> contract, String method, Which which)
      throws Exception {
    int exit = Trial.KILLED;
    int kills = 1 + trial.random().nextInt(MOST_KILLS);
    for (int kill = 0; kill < kills && exit == Trial.KILLED; kill++) {
      int call = which.of(trial);
      Point point = new Point(when, contract, method, call);
      exit = trial.ended(trial.start(new JavaProcess(KilledAtPoint.class).with(point.option())));
    }
    return exit;
  }

  /** It is killed when it sends a COMMIT, which the server never hears of. */
  static Fault killedBeforeCommit(Rig.Side side) {
    return trial -> killedAtCommit(trial, side, Passage.Fate.SWALLOWED);
  }

  /** It is killed when it has sent a COMMIT, which the server hears of and does. */
  static Fault killedAfterCommit(Rig.Side side) {
    return trial -> killedAtCommit(trial, side, Passage.Fate.FORWARDED);
  }

  private static int killedAtCommit(Trial trial, Rig.Side side, Passage.Fate fate)
      throws Exception {
    FaultProxy proxy = trial.party(side).proxy();
    AtomicLong left = new AtomicLong(trial.numberOfAPage());
    Process run = trial.start();
    proxy.let(
        (way, bytes, count) -> {
          boolean isIt =
              way == Passage.Way.TO_SERVER && isCommit(bytes, count) && left.decrementAndGet() == 0;
          return isIt ? killing(run, fate) : Passage.Fate.FORWARDED;
        });
    return trial.ended(run);
  }

  private static boolean isCommit(byte[] bytes, int count) {
    return new String(bytes, 0, count, StandardCharsets.ISO_8859_1).contains("COMMIT");
  }

  private static Passage.Fate killing(Process run, Passage.Fate fate) throws InterruptedException {
    run.destroyForcibly().waitFor();
    return fate;
  }
}
