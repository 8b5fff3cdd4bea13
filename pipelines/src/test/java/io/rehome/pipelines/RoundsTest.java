package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasProperty;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rehome.io.FencedOff;
import io.rehome.io.Outage;
import java.io.EOFException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class RoundsTest {
  private static final Duration PLENTY = Duration.ofMinutes(5);
  private final FakeLease lease = new FakeLease();
  private final Stop stop = new Stop();
  private final Seen seen = new Seen();

  @Test
  void runsAnotherPipelineAfterAnOutage() {
    Fillings fillings = new Fillings(new Unreached(), new Well());

    rounds("rounds-outage", PLENTY).run("read", fillings);

    assertThat(seen.outages, contains("the target was not reached, again in 1 s"));
    assertThat(fillings.left, is(empty()));
  }

  @Test
  void asksTheSourceWhetherAFailureIsAnOutage() {
    Fillings fillings = new Fillings(new SourceGone(), new Well());

    rounds("rounds-source", PLENTY).run("read", fillings);

    assertThat(seen.outages, contains("the source was not reached, again in 1 s"));
  }

  @Test
  void retriesAnOutageMetWhileFilling() {
    Fillings fillings = new Fillings(new Well());
    List<String> tries = new ArrayList<>();

    rounds("rounds-filling", PLENTY)
        .run(
            "read",
            pipeline -> {
              tries.add("filled");
              if (tries.size() == 1) {
                throw outage();
              }
              return fillings.test(pipeline);
            });

    assertThat(tries, contains("filled", "filled"));
    assertThat(fillings.left, is(empty()));
  }

  @Test
  void throwsTheOutageThatLastsLongerThanTheBudget() {
    Fillings fillings = new Fillings(new Unreached());

    Outage outage =
        assertThrows(
            Outage.class, () -> rounds("rounds-long", Duration.ZERO).run("read", fillings));

    assertThat(outage.getMessage(), is("the target was not reached"));
    assertThat(seen.outages, is(empty()));
  }

  @Test
  void givesEachOutageTheWholeBudgetOnceAPageHasLanded() {
    String run = "rounds-renewed";
    Fillings fillings =
        new Fillings(new LandsFirst(run), new LandsFirst(run), new LandsFirst(run), new Well());

    rounds(run, Duration.ofMillis(100)).run("read", fillings);

    assertThat(fillings.left, is(empty()));
  }

  @Test
  void throwsAPlainBugAtOnce() {
    Fillings fillings = new Fillings(new Bug(), new Well());

    RuntimeException bug =
        assertThrows(
            RuntimeException.class, () -> rounds("rounds-bug", PLENTY).run("read", fillings));

    assertThat(bug.getCause(), is(instanceOf(IllegalStateException.class)));
    assertThat(bug.getCause(), hasProperty("message", is("a bug")));
    assertThat(fillings.left.size(), is(1));
    assertThat(seen.outages, is(empty()));
  }

  @Test
  void neverRetriesWhereTheFenceTurnedItAway() {
    Fillings fillings = new Fillings(new TurnedAway(), new Well());

    assertThrows(FencedOff.class, () -> rounds("rounds-fenced", PLENTY).run("read", fillings));

    assertThat(fillings.left.size(), is(1));
  }

  @Test
  void leavesAPipelineWhoseLeaseWasLost() {
    Waits.latch = new CountDownLatch(1);
    seen.look = lease::takeAway;

    try {
      assertThrows(
          FencedOff.class,
          () -> rounds("rounds-lease", PLENTY).run("read", new Fillings(new Waits())));
    } finally {
      Waits.latch.countDown();
    }
  }

  @Test
  void leavesAPipelineWhenToldToStop() {
    Waits.latch = new CountDownLatch(1);
    seen.look = stop::request;

    try {
      assertThrows(
          Stop.Stopped.class,
          () -> rounds("rounds-stop", PLENTY).run("read", new Fillings(new Waits())));
    } finally {
      Waits.latch.countDown();
    }
  }

  @Test
  void stopsDuringAPauseToo() {
    seen.outage = stop::request;

    assertThrows(
        Stop.Stopped.class,
        () ->
            rounds("rounds-pause", PLENTY).run("read", new Fillings(new Unreached(), new Well())));
  }

  @Test
  void runsNoPipelineWhereThereIsNothingToDo() {
    rounds("rounds-nothing", PLENTY)
        .run(
            "read",
            pipeline -> {
              new Fillings(new Bug()).test(pipeline);
              return false;
            });
  }

  @Test
  void asksAgainAfterAnOutage() {
    List<String> asked = new ArrayList<>();

    String answer =
        rounds("rounds-asked", PLENTY)
            .ask(
                () -> {
                  asked.add("asked");
                  if (asked.size() == 1) {
                    throw outage();
                  }
                  return "answer";
                });

    assertThat(answer, is("answer"));
    assertThat(seen.outages, contains("the target was not reached, again in 1 s"));
  }

  @Test
  void takesNoStepAfterTheLeaseWasLost() {
    lease.takeAway();
    List<String> taken = new ArrayList<>();

    assertThrows(
        FencedOff.class, () -> rounds("rounds-step", PLENTY).step(() -> taken.add("taken")));

    assertThat(taken, is(empty()));
  }

  @Test
  void leavesNothingInFlightBehindAPipeline() {
    String run = "rounds-flight";

    rounds(run, PLENTY).run("read", new Fillings(new LandsFirst(run), new Well()));

    assertThat(InFlight.of(run).bytes(), is(0L));
  }

  private Rounds rounds(String run, Duration budget) {
    return new Rounds(Requests.normal(budget, "0"), run, new FakeSource(run), lease, stop, seen);
  }

  private static Outage outage() {
    return new Outage("the target was not reached", new EOFException());
  }

  /** Fills one pipeline after the other, each with one step that does this. */
  private static final class Fillings implements Predicate<Pipeline> {
    final List<Doing> left;

    Fillings(Doing... doings) {
      left = new ArrayList<>(List.of(doings));
    }

    @Override
    public boolean test(Pipeline pipeline) {
      pipeline
          .apply("One element", Create.of("element"))
          .apply("Do", ParDo.of(new DoesIt(left.remove(0))));
      return true;
    }
  }

  private interface Doing extends Serializable, Consumer<String> {}

  private record Well() implements Doing {
    @Override
    public void accept(String element) {}
  }

  private record Unreached() implements Doing {
    @Override
    public void accept(String element) {
      throw outage();
    }
  }

  private record LandsFirst(String run) implements Doing {
    @Override
    public void accept(String element) {
      InFlight.of(run).landed(1_000);
      throw outage();
    }
  }

  private record SourceGone() implements Doing {
    @Override
    public void accept(String element) {
      throw new UncheckedIOException(new EOFException());
    }
  }

  private record Bug() implements Doing {
    @Override
    public void accept(String element) {
      throw new IllegalStateException("a bug");
    }
  }

  private record TurnedAway() implements Doing {
    @Override
    public void accept(String element) {
      throw new FencedOff("pets4homes was taken over");
    }
  }

  private record Waits() implements Doing {
    static volatile CountDownLatch latch = new CountDownLatch(0);

    @Override
    public void accept(String element) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static final class DoesIt extends DoFn<String, Void> {
    private static final long serialVersionUID = 1;
    private final Doing doing;

    DoesIt(Doing doing) {
      this.doing = doing;
    }

    @ProcessElement
    public void process(@Element String element) {
      doing.accept(element);
    }
  }

  private static final class Seen implements Rounds.Watching {
    final List<String> outages = new ArrayList<>();
    Runnable look = () -> {};
    Runnable outage = () -> {};

    @Override
    public void begins(List<String> entities) {}

    @Override
    public void look() {
      look.run();
    }

    @Override
    public void outage(Outage seen, Duration pause) {
      outages.add("%s, again in %d s".formatted(seen.getMessage(), pause.toSeconds()));
      outage.run();
    }
  }
}
