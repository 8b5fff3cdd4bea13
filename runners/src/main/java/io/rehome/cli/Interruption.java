package io.rehome.cli;

import io.rehome.pipelines.Exit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * SIGINT and SIGTERM: what is under way is told to stop and gets {@value #SECONDS} seconds to end
 * resumable; the process ends with 130.
 */
final class Interruption {
  private static final int SECONDS = 9;
  private static final AtomicReference<Runnable> STOP = new AtomicReference<>();
  private static volatile Exit answer = Exit.INTERRUPTED;
  private static final CountDownLatch ENDED = new CountDownLatch(1);
  private static final Thread HOOK = new Thread(Interruption::interrupted, "interruption");

  private Interruption() {}

  /** From now on, signals are answered. */
  static void watch() {
    Runtime.getRuntime().addShutdownHook(HOOK);
  }

  /** What is to be stopped until the returned handle is closed; {@code stop} may come twice. */
  static Watch stopping(Runnable stop) {
    STOP.set(stop);
    return () -> STOP.compareAndSet(stop, null);
  }

  /** Waits for a signal, after which the process is to end with this code. */
  static void await(Exit exit) throws InterruptedException {
    CountDownLatch signal = new CountDownLatch(1);
    answer = exit;
    STOP.set(signal::countDown);
    signal.await();
  }

  /** Ends the process with this code, or as interrupted where a signal came first. */
  static void end(Exit exit) {
    try {
      Runtime.getRuntime().removeShutdownHook(HOOK);
    } catch (IllegalStateException signalled) {
      ENDED.countDown();
      return;
    }
    System.exit(exit.code());
  }

  private static void interrupted() {
    Runnable stop = STOP.get();
    if (stop != null) {
      stop.run();
      awaitEnd();
    }
    Runtime.getRuntime().halt(answer.code());
  }

  private static void awaitEnd() {
    try {
      boolean ended = ENDED.await(SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        System.err.println(
            "Still busy after " + SECONDS + " s; what is not confirmed is tried again.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Something that is to be stopped by a signal, until it is closed. */
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }
}
