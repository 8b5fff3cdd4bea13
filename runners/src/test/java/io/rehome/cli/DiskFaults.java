package io.rehome.cli;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What befalls the disk that a server lives on. */
final class DiskFaults {
  private static final Duration LONGEST = Duration.ofSeconds(8);
  private static final int SECONDS_TO_COME_BACK = 30;

  private DiskFaults() {}

  /** It is full for up to eight seconds of the run's work: no table can grow. */
  static Fault full(Rig.Side side) {
    return full(side, party -> {});
  }

  /** The same, and others use up what the server had put by for its log, so that it has to end. */
  static Fault fullOfLog(Rig.Side side) {
    return full(side, Party::useUpLog);
  }

  private static Fault full(Rig.Side side, Consumer<Party> meanwhile) {
    return trial -> {
      Party party = trial.party(side);
      Process run = trial.start();
      trial.awaitAMomentOfWork(run);
      party.disk().fill();
      meanwhile.accept(party);
      run.waitFor(trial.upTo(LONGEST).toMillis(), TimeUnit.MILLISECONDS);
      party.disk().free();
      for (int second = 0;
          second < SECONDS_TO_COME_BACK && !run.waitFor(1, TimeUnit.SECONDS);
          second++) {
        party.startAgain();
      }
      return trial.ended(run);
    };
  }
}
