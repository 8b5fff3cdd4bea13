package io.rehome.cli;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What befalls a database's server. */
final class ServerFaults {
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private ServerFaults() {}

  /** It crashes at any moment and is down for up to five seconds. */
  static Fault crash(Rig.Side side) {
    return trial -> {
      Process run = trial.start();
      trial.awaitAMoment(run);
      downForAWhile(trial, side);
      return trial.ended(run);
    };
  }

  /** It is down before the command comes, and comes up while it waits or after it has given up. */
  static Fault downAtStart(Rig.Side side) {
    return trial -> {
      trial.party(side).crash();
      Process run = trial.start();
      trial.awaitWord(run);
      run.waitFor(trial.upTo(LONGEST).toMillis(), TimeUnit.MILLISECONDS);
      trial.party(side).startAgain();
      return trial.ended(run);
    };
  }

  /** It crashes when the last page is confirmed, before the run could end. */
  static Fault crashAtEnd(Rig.Side side) {
    return trial -> {
      Process run = trial.start();
      trial.awaitLastPage(run);
      Thread.sleep(trial.upTo(Duration.ofMillis(300)).toMillis());
      downForAWhile(trial, side);
      return trial.ended(run);
    };
  }

  /** All sessions are ended, again and again. */
  static Fault sessionsEnded(Rig.Side side) {
    return trial -> {
      Process run = trial.start();
      for (int round = 0; round < 8 && run.isAlive(); round++) {
        run.waitFor(500 + trial.random().nextInt(1_500), TimeUnit.MILLISECONDS);
        trial.party(side).endSessions();
      }
      return trial.ended(run);
    };
  }

  private static void downForAWhile(Trial trial, Rig.Side side) throws InterruptedException {
    trial.party(side).crash();
    Thread.sleep(trial.upTo(LONGEST).toMillis());
    trial.party(side).startAgain();
  }
}
