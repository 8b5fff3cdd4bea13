package io.rehome.cli;

import io.rehome.pipelines.Mode;

/** What others write to the source meanwhile. */
final class WriterFaults {
  private WriterFaults() {}

  /**
   * A writer is at it while NORMAL runs, killed up to so many times and continued. Then the writer
   * stops, and DIFF brings what was changed; it is killed once where the other was killed at all.
   */
  static Fault writing(int mostKills) {
    return trial -> {
      int kills = trial.random().nextInt(mostKills + 1);
      moveBeside(trial.writer(), kills, trial);
      trial.goOnWith(Mode.DIFF, "--max-deletes=100%");
      if (kills > 0) {
        killAtAMoment(trial);
      }
      return trial.ended(trial.startWhenFree());
    };
  }

  private static void moveBeside(Writer writer, int kills, Trial trial) throws Exception {
    try {
      for (int kill = 0; kill < kills; kill++) {
        killAtAMoment(trial);
      }
      int exit = trial.ended(trial.startWhenFree());
      if (exit != 0 && exit != 2) {
        trial.complain("beside a writer it ended with " + exit);
      }
    } finally {
      writer.stop();
    }
  }

  private static void killAtAMoment(Trial trial) throws Exception {
    Process run = trial.start();
    trial.awaitAMoment(run);
    trial.killed(run);
  }
}
