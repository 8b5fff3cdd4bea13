package io.rehome.pipelines;

import com.google.common.base.Throwables;
import io.rehome.io.FencedOff;
import io.rehome.io.Lease;
import io.rehome.io.Outage;
import io.rehome.io.Refusal;
import io.rehome.io.Source;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Runs pipelines to their end, and the command's own steps between them, each again after an
 * outage, with growing pauses, as long as the outage budget lasts; a page that landed meanwhile
 * begins it anew. No runner's own retries are relied on.
 */
final class Rounds {
  private final RunRequest request;
  private final String run;
  private final Source source;
  private final Lease lease;
  private final Stop stop;
  private final Watching watching;
  private final Workers workers;
  private int pipelines;

  Rounds(RunRequest request, String run, Source source, Lease lease, Stop stop, Watching watching) {
    this.request = request;
    this.run = run;
    this.source = source;
    this.lease = lease;
    this.stop = stop;
    this.watching = watching;
    this.workers = Workers.of(request);
  }

  /**
   * Runs the pipeline that {@code filling} fills; after an outage it is asked to fill another one,
   * with what is still to be done.
   *
   * @param filling fills a pipeline; false where there is nothing to do
   * @throws Outage where it lasted longer than the budget
   * @throws FencedOff where the lease was lost
   * @throws Stop.Stopped where the run was told to end
   */
  void run(String part, Predicate<Pipeline> filling) {
    run(part, List.of(), filling);
  }

  /** {@link #run(String, Predicate)}, and tells how far the ranges of these entities are. */
  void run(String part, List<String> entities, Predicate<Pipeline> filling) {
    watching.begins(entities);
    step(() -> once(part, filling));
  }

  /** Does what can be done twice, again after an outage; throws as {@link #run} does. */
  void step(Runnable step) {
    ask(
        () -> {
          step.run();
          return true;
        });
  }

  /** Asks what can be asked twice, again after an outage; throws as {@link #run} does. */
  <T> T ask(Supplier<T> question) {
    OutageBudget budget = new OutageBudget(request.outageBudget());
    while (true) {
      try {
        check();
        return question.get();
      } catch (RuntimeException failure) {
        Outage outage = outageBehind(failure);
        if (InFlight.of(run).hasLanded() || watching.hasAdvanced()) {
          budget.renew();
        }
        workers.end(run);
        pause(budget, outage);
      } finally {
        InFlight.forget(run);
      }
    }
  }

  private void once(String part, Predicate<Pipeline> filling) {
    Pipeline pipeline = Pipeline.create(options(part));
    if (filling.test(pipeline)) {
      PipelineThread thread = new PipelineThread(pipeline);
      thread.start();
      while (!thread.isDone(Duration.ofMillis(250))) {
        watch(thread);
      }
      thread.rethrow();
    }
  }

  private void watch(PipelineThread thread) {
    try {
      check();
      watching.look();
    } catch (RuntimeException e) {
      thread.cancel();
      workers.end(run);
      throw e;
    }
  }

  /** Throws where the run is told to end, or lost its lease. */
  void check() {
    stop.check();
    if (!lease.isHeld()) {
      throw new FencedOff("the lease of " + lease.fence().marketplace() + " was lost");
    }
  }

  private PipelineOptions options(String part) {
    PipelineOptions options = request.pipelineOptions();
    options.setJobName("rehome-%s-%s-%d".formatted(run, part, ++pipelines));
    return options;
  }

  /** The outage behind a failure; any other failure is thrown as what it is. */
  private Outage outageBehind(RuntimeException failure) {
    first(failure, Stop.Stopped.class).ifPresent(Rounds::rethrow);
    first(failure, FencedOff.class).ifPresent(Rounds::rethrow);
    first(failure, Refusal.class).or(() -> source.refusal(failure)).ifPresent(Rounds::rethrow);
    return first(failure, Outage.class)
        .or(() -> source.outage(failure))
        .or(() -> workers.outage(failure))
        .orElseThrow(() -> failure);
  }

  private static void rethrow(RuntimeException cause) {
    throw cause;
  }

  private static <T extends Throwable> Optional<T> first(Throwable failure, Class<T> kind) {
    return chain(failure).filter(kind::isInstance).map(kind::cast).findFirst();
  }

  private static Stream<Throwable> chain(Throwable failure) {
    return Throwables.getCausalChain(failure).stream()
        .flatMap(cause -> Stream.concat(Stream.of(cause), Stream.of(cause.getSuppressed())));
  }

  private void pause(OutageBudget budget, Outage outage) {
    Duration pause = budget.pause(outage);
    watching.outage(outage, pause);
    rest(pause);
  }

  /** Does nothing for so long; throws {@link Stop.Stopped} where the run is told to end. */
  void rest(Duration pause) {
    long until = System.nanoTime() + pause.toNanos();
    while (System.nanoTime() < until) {
      stop.check();
      sleep();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stop.Stopped();
    }
  }

  /** Looks on while pipelines run. */
  interface Watching {
    /** A part begins that reads ranges of these entities, or none. */
    void begins(List<String> entities);

    /** Called a few times a second. */
    void look();

    /** Whether the store got any further since this was last asked. */
    default boolean hasAdvanced() {
      return false;
    }

    /** An outage came; another try follows after the pause. */
    void outage(Outage outage, Duration pause);
  }
}
