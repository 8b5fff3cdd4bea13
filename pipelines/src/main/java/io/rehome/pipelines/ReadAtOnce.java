package io.rehome.pipelines;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Reads from several databases at once, each on a thread of its own, in the command's process. */
final class ReadAtOnce {
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Consumer<Duration> rest;
  private volatile boolean isGivenUp;

  /**
   * Prepares to read.
   *
   * @param rest waits for so long; throws where the command is told to end, and then nothing is
   *     read any more
   */
  ReadAtOnce(Consumer<Duration> rest) {
    this.rest = rest;
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
    List<CompletableFuture<Void>> begun = readings.stream().map(this::begin).toList();
    try {
      while (!begun.stream().allMatch(CompletableFuture::isDone)) {
        begun.forEach(ReadAtOnce::throwFailure);
        rest.accept(LOOK);
      }
      begun.forEach(ReadAtOnce::throwFailure);
    } finally {
      isGivenUp = true;
    }
  }

  private CompletableFuture<Void> begin(Reading reading) {
    CompletableFuture<Void> end = new CompletableFuture<>();
    Thread thread = new Thread(() -> complete(end, reading), "reading keys");
    thread.setDaemon(true);
    thread.start();
    return end;
  }

  private void complete(CompletableFuture<Void> end, Reading reading) {
    try {
      reading.read(this::goOn);
      end.complete(null);
    } catch (Throwable e) {
      end.completeExceptionally(e);
    }
  }

  private void goOn() {
    if (isGivenUp) {
      throw new CancellationException("nobody waits for these keys any more");
    }
  }

  private static void throwFailure(CompletableFuture<Void> reading) {
    if (reading.isCompletedExceptionally()) {
      try {
        reading.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      }
    }
  }
}
