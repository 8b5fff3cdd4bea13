package io.rehome.testdata.servers;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what a process does in its own time. */
final class Patience {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration STEP = Duration.ofMillis(20);

  private Patience() {}

  /**
   * Returns when the condition holds.
   *
   * @throws IllegalStateException with the complaint after three minutes, or if interrupted
   */
  static void until(BooleanSupplier condition, Supplier<String> complaint) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end || !pause(STEP)) {
        throw new IllegalStateException(complaint.get());
      }
    }
  }

  /** Sleeps; false if it was interrupted. */
  static boolean pause(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
