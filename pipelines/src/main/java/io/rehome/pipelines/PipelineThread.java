package io.rehome.pipelines;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.jspecify.annotations.Nullable;

/**
 * Runs one pipeline in a thread of its own: some runners' {@code run()} returns only at the end,
 * and somebody must be able to watch, and to leave.
 */
final class PipelineThread {
  private final Pipeline pipeline;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile @Nullable PipelineResult result;
  private volatile @Nullable Throwable failure;

  PipelineThread(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  void start() {
    Thread thread = new Thread(this::run, "pipeline " + pipeline.getOptions().getJobName());
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      PipelineResult running = pipeline.run();
      result = running;
      PipelineResult.State state = running.waitUntilFinish();
      if (state != PipelineResult.State.DONE) {
        failure = new IllegalStateException("the pipeline ended " + state);
      }
    } catch (RuntimeException | Error e) {
      failure = e;
    } finally {
      done.countDown();
    }
  }

  /** Whether it came to an end, in good or bad, waiting so long at most. */
  boolean isDone(Duration wait) {
    try {
      return done.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stop.Stopped();
    }
  }

  /** Asks the runner to end it, where the runner can be asked; what it writes on is fenced. */
  void cancel() {
    PipelineResult running = result;
    if (running != null) {
      try {
        running.cancel();
      } catch (IOException | UnsupportedOperationException e) {
        // The runner cannot: the process ends soon, and pages under way are whole or PENDING.
        return;
      }
    }
  }

  /** Throws what made it fail. */
  void rethrow() {
    Throwable cause = failure;
    if (cause instanceof RuntimeException e) {
      throw e;
    } else if (cause instanceof Error e) {
      throw e;
    }
  }
}
