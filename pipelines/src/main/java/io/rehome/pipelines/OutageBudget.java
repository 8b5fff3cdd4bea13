package io.rehome.pipelines;

import io.rehome.io.Outage;
import java.time.Duration;

/**
 * How long one outage may last, and the growing pauses between tries within that time. Not for
 * several threads.
 */
final class OutageBudget {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private final Duration budget;
  private Duration pause = FIRST_PAUSE;
  private long began;
  private boolean lasts;

  OutageBudget(Duration budget) {
    this.budget = budget;
  }

  /** The outage is over: the next one has the whole budget again. */
  void renew() {
    lasts = false;
    pause = FIRST_PAUSE;
  }

  /**
   * How long to wait before the next try; the last one comes when the budget ends.
   *
   * @throws Outage this one, where nothing is left of the budget
   */
  Duration pause(Outage outage) {
    if (!lasts) {
      lasts = true;
      began = System.nanoTime();
    }
    Duration left = budget.minusNanos(System.nanoTime() - began);
    if (left.isNegative() || left.isZero()) {
      throw outage;
    }
    Duration now = shorter(pause, left);
    pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
    return now;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
