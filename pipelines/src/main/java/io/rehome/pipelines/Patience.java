package io.rehome.pipelines;

import io.rehome.io.Outage;
import java.util.function.Supplier;
import org.apache.beam.sdk.util.BackOff;
import org.apache.beam.sdk.util.BackOffUtils;
import org.apache.beam.sdk.util.FluentBackoff;
import org.apache.beam.sdk.util.Sleeper;
import org.joda.time.Duration;

/**
 * Tries again what met a short outage, with jittered back-off: a deadlock, a server that restarts.
 * What lasts longer ends the pipeline, and the command starts another.
 */
final class Patience {
  private static final FluentBackoff SHORT =
      FluentBackoff.DEFAULT
          .withInitialBackoff(Duration.millis(100))
          .withMaxCumulativeBackoff(Duration.standardSeconds(3));

  private Patience() {}

  /** Does what can be done twice. */
  static void with(Runnable step) {
    of(
        () -> {
          step.run();
          return true;
        });
  }

  /** Gives what can be asked twice. */
  static <T> T of(Supplier<T> step) {
    BackOff backOff = SHORT.backoff();
    while (true) {
      try {
        return step.get();
      } catch (Outage outage) {
        waitOrGiveUp(backOff, outage);
      }
    }
  }

  private static void waitOrGiveUp(BackOff backOff, Outage outage) {
    try {
      if (!BackOffUtils.next(Sleeper.DEFAULT, backOff)) {
        throw outage;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw outage;
    }
  }
}
