package io.rehome.pipelines;

import com.google.common.base.Throwables;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads from several databases at once, each on a thread of its own, in the command's process. */
final class ReadAtOnce {
  private static final long LOOK_MILLIS = 100;

  private final Runnable check;
  private volatile boolean isGivenUp;

  /**
   * Prepares to read.
   *
   * @param check throws where the command is told to end, and then nothing is read any more; asked
   *     some times a second
   */
  ReadAtOnce(Runnable check) {
    this.check = check;
  }

  /**
   * Reads one side, and calls {@code goesOn} now and then: it throws where nobody waits any more.
   */
  @FunctionalInterface
  interface Reading {
    void read(Runnable goesOn);
  }

  /** Returns when all were read; throws what one of them throws, at once. */
  void all(List<Reading> readings) {
    BlockingQueue<Optional<Throwable>> ends = new LinkedBlockingQueue<>();
    readings.forEach(reading -> begin(reading, ends));
    try {
      for (int ended = 0; ended < readings.size(); ) {
        check.run();
        Optional<Throwable> end = ends.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (end != null) {
          end.ifPresent(ReadAtOnce::rethrow);
          ended++;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stop.Stopped();
    } finally {
      isGivenUp = true;
    }
  }

  private void begin(Reading reading, BlockingQueue<Optional<Throwable>> ends) {
    Thread thread = new Thread(() -> ends.add(end(reading)), "reading keys");
    thread.setDaemon(true);
    thread.start();
  }

  /** What it failed with, if it failed. */
  private Optional<Throwable> end(Reading reading) {
    try {
      reading.read(this::goOn);
      return Optional.empty();
    } catch (Throwable e) {
      return Optional.of(e);
    }
  }

  private void goOn() {
    if (isGivenUp) {
      throw new CancellationException("nobody waits for these keys any more");
    }
  }

  private static void rethrow(Throwable failure) {
    Throwables.throwIfUnchecked(failure);
    throw new IllegalStateException(failure);
  }
}
