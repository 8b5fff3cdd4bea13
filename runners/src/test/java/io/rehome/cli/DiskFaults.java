package io.rehome.cli;

import java.io.IOException;
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
    return full(side, party -> {}, SmallDisk::free);
  }

  /** The same, and then nothing is deleted, but the disk becomes larger. */
  static Fault enlarged(Rig.Side side) {
    return full(side, party -> {}, SmallDisk::enlarge);
  }

  /** The same, and others use up what the server had put by for its log, so that it has to end. */
  static Fault fullOfLog(Rig.Side side) {
    return full(side, Party::useUpLog, SmallDisk::free);
  }

  private static Fault full(Rig.Side side, Consumer<Party> meanwhile, Remedy remedy) {
    return trial -> {
      Party party = trial.party(side);
      Process run = trial.start();
      trial.awaitAMomentOfWork(run);
      party.disk().fill();
      meanwhile.accept(party);
      run.waitFor(trial.upTo(LONGEST).toMillis(), TimeUnit.MILLISECONDS);
      remedy.apply(party.disk());
      for (int second = 0;
          second < SECONDS_TO_COME_BACK && !run.waitFor(1, TimeUnit.SECONDS);
          second++) {
        party.startAgain();
      }
      int exit = trial.ended(run);
      party.disk().free();
      return exit;
    };
  }

  /** What somebody does about a full disk. */
  @FunctionalInterface
  private interface Remedy {
    void apply(SmallDisk disk) throws IOException;
  }
}
