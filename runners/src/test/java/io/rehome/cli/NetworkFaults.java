package io.rehome.cli;

import io.rehome.testdata.servers.FaultProxy;
import io.rehome.testdata.servers.Passage;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What befalls the connections to a database. */
final class NetworkFaults {
  private NetworkFaults() {}

  /** From any moment on, for up to so long, bytes fare like this. */
  static Fault disturbed(Rig.Side side, Duration longest, Function<Random, Passage> passage) {
    return trial -> {
      FaultProxy proxy = trial.party(side).proxy();
      Process run = trial.start();
      trial.awaitAMomentOfWork(run);
      proxy.let(passage.apply(trial.random()));
      run.waitFor(trial.upTo(longest).toMillis(), TimeUnit.MILLISECONDS);
      proxy.let(Passage.open());
      return trial.ended(run);
    };
  }

  /** Connections are cut in the middle of answers, a few times. */
  static Fault cuts(Rig.Side side) {
    return repeated(
        side, (proxy, random) -> proxy.let(Passage.cutAfter(1 + random.nextInt(200_000))));
  }

  /** Commits reach the server, and their answers nobody, a few times. */
  static Fault lostAnswers(Rig.Side side) {
    return repeated(side, (proxy, random) -> proxy.let(Passage.cutAfterForwarding("COMMIT")));
  }

  /** All connections are reset, a few times. */
  static Fault resets(Rig.Side side) {
    return repeated(side, (proxy, random) -> proxy.reset());
  }

  private static Fault repeated(Rig.Side side, BiConsumer<FaultProxy, Random> disturbance) {
    return trial -> {
      FaultProxy proxy = trial.party(side).proxy();
      Process run = trial.start();
      trial.awaitAMomentOfWork(run);
      for (int round = 0; round < 6 && run.isAlive(); round++) {
        disturbance.accept(proxy, trial.random());
        run.waitFor(100 + trial.random().nextInt(900), TimeUnit.MILLISECONDS);
      }
      proxy.let(Passage.open());
      return trial.ended(run);
    };
  }
}
