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
      System.err.println("Stopping; the same command continues.");
      stop.run();
      awaitEnd();
    }
    Runtime.getRuntime().halt(Exit.INTERRUPTED.code());
  }

  private static void awaitEnd() {
    try {
      boolean ended = ENDED.await(SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        System.err.println("Still busy; what is not confirmed will be tried again.");
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
