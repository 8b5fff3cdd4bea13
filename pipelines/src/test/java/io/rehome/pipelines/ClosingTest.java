package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import io.rehome.io.Book;
import io.rehome.io.Book.Balance;
import io.rehome.io.Fence;
import io.rehome.io.FencedOff;
import io.rehome.io.Outage;
import io.rehome.io.Refusal;
import io.rehome.io.Register;
import io.rehome.io.RejectionGroup;
import io.rehome.io.RunTag;
import io.rehome.model.Outcome;
import io.rehome.model.Reason;
import io.rehome.model.Stage;
import java.io.EOFException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ClosingTest {
  private static final Map<Outcome, Long> NONE_PENDING = Map.of(Outcome.LOADED, 98L);

  @Test
  void isWellWhereAllBalancesAndNothingIsRejected() {
    Ending ending = ending("0", book(0, Balance.BALANCED), NONE_PENDING, ClosingTest::well);

    assertThat(ending.exit(), is(Exit.OK));
    assertThat(ending.state(), is(Ending.State.FINISHED));
    assertThat(ending.remarks(), is(empty()));
  }

  @Test
  void isWellUpToTheRejectionsThatAreAllowed() {
    assertThat(
        ending("2", book(2, Balance.BALANCED), NONE_PENDING, ClosingTest::well).exit(),
        is(Exit.OK));
    assertThat(
        ending("2%", book(2, Balance.BALANCED), NONE_PENDING, ClosingTest::well).exit(),
        is(Exit.OK));
    assertThat(
        ending("1", book(2, Balance.BALANCED), NONE_PENDING, ClosingTest::well).exit(),
        is(Exit.NOT_ACCEPTED));
    assertThat(
        ending("1%", book(2, Balance.BALANCED), NONE_PENDING, ClosingTest::well).exit(),
        is(Exit.NOT_ACCEPTED));
  }

  @Test
  void tellsOfBooksThatDoNotBalanceBeforeRejections() {
    assertThat(
        ending("0", book(2, Balance.UNBALANCED), NONE_PENDING, ClosingTest::well).exit(),
        is(Exit.UNBALANCED));
  }

  @Test
  void tellsOfPendingRecordsBeforeAllElse() {
    Ending ending =
        ending("0", book(2, Balance.UNBALANCED), Map.of(Outcome.PENDING, 1L), ClosingTest::well);

    assertThat(ending.exit(), is(Exit.RESUMABLE));
    assertThat(ending.state(), is(Ending.State.FINISHED));
  }

  @Test
  void isInterruptedWhereItWasToldToStop() {
    Ending ending =
        ending(
            "0",
            book(2, Balance.UNBALANCED),
            Map.of(Outcome.PENDING, 1L),
            () -> {
              throw new Stop.Stopped();
            });

    assertThat(ending.exit(), is(Exit.INTERRUPTED));
    assertThat(ending.state(), is(Ending.State.STOPPED));
    assertThat(ending.remarks(), contains("stopped as asked; the same command continues"));
  }

  @Test
  void isResumableAfterAnOutage() {
    Ending ending =
        ending(
            "0",
            book(0, Balance.BALANCED),
            NONE_PENDING,
            () -> {
              throw new Outage("the target was not reached", new EOFException());
            });

    assertThat(ending.exit(), is(Exit.RESUMABLE));
    assertThat(ending.state(), is(Ending.State.STOPPED));
    assertThat(
        ending.remarks(),
        contains(
            "the target was not reached for too long; nothing is lost, the same command continues"));
  }

  @Test
  void isResumableWhereAnotherRunHasTakenOver() {
    Ending ending =
        ending(
            "0",
            book(0, Balance.BALANCED),
            NONE_PENDING,
            () -> {
              throw new FencedOff("the lease of pets4homes was lost");
            });

    assertThat(ending.exit(), is(Exit.RESUMABLE));
    assertThat(ending.state(), is(Ending.State.FAILED));
  }

  @Test
  void closesTheBooksAfterABugAndHidesIt() {
    Closing closing =
        closing("0", book(0, Balance.BALANCED), NONE_PENDING, Requests.normal(Duration.ZERO, "0"));
    IllegalStateException bug = new IllegalStateException("a bug");

    Ending ending =
        closing.after(
            () -> {
              throw bug;
            });

    assertThat(ending.exit(), is(Exit.RESUMABLE));
    assertThat(ending.state(), is(Ending.State.FAILED));
    assertThat(
        ending.remarks(),
        contains(
            "stopped by a fault of its own (IllegalStateException); nothing is lost, the same"
                + " command continues"));
    assertThat(closing.fault(), is(Optional.of(bug)));
  }

  @Test
  void asksForMemoryWhereThatWasTooSmall() {
    Ending ending =
        ending(
            "0",
            book(0, Balance.BALANCED),
            NONE_PENDING,
            () -> {
              throw new IllegalStateException(new OutOfMemoryError("Java heap space"));
            });

    assertThat(ending.exit(), is(Exit.RESUMABLE));
    assertThat(
        ending.remarks(),
        contains(
            matchesPattern(
                "Java's memory, [\\d,]+ MB here, is too small for the records; give it more,"
                    + " such as REHOME_JAVA_OPTS=-Xmx\\d+m.*; nothing is lost, the same command"
                    + " continues")));
  }

  @Test
  void saysWhereADatabaseRefusesWhetherSomethingRan() {
    Runnable refused =
        () -> {
          throw new Refusal(
              Refusal.Ground.ACCOUNT, "the target db/x refused to load ads", new SQLException());
        };

    Ending ran = ending("0", book(0, Balance.BALANCED), NONE_PENDING, refused);
    Ending pending = ending("0", nothingRead(), Map.of(Outcome.PENDING, 1L), refused);
    Ending nothing = ending("0", nothingRead(), NONE_PENDING, refused);

    assertThat(ran.exit(), is(Exit.RESUMABLE));
    assertThat(pending.exit(), is(Exit.RESUMABLE));
    assertThat(nothing.exit(), is(Exit.PLAN_WRONG));
    assertThat(
        ran.remarks(),
        contains(
            "the target db/x refused to load ads: look at the account, its password and its rights;"
                + " then the same command continues"));
  }

  @Test
  void continuesARestartWithoutRestartingAgain() {
    RunRequest normal = Requests.normal(Duration.ZERO, "0");
    RunRequest restart =
        new RunRequest(
            normal.mode(),
            normal.entities(),
            normal.keys(),
            Register.Begin.RESTART,
            normal.maxRejected(),
            normal.choice(),
            0,
            Duration.ZERO,
            normal.beamFlags());

    Ending ending =
        closing("0", book(0, Balance.BALANCED), NONE_PENDING, restart)
            .after(
                () -> {
                  throw new Stop.Stopped();
                });

    assertThat(
        ending.remarks(),
        contains("stopped as asked; the same command without --restart continues"));
  }

  @Test
  void countsTheRejectionsOfEarlierRunsApart() {
    Ending ending =
        ending(
            "2",
            book(2, Balance.BALANCED),
            Map.of(Outcome.LOADED, 98L, Outcome.REJECTED, 7L),
            ClosingTest::well);

    assertThat(ending.older(), is(5L));
  }

  private static void well() {}

  private static Ending ending(
      String maxRejected, Book book, Map<Outcome, Long> totals, Runnable work) {
    return closing(maxRejected, book, totals, Requests.normal(Duration.ZERO, maxRejected))
        .after(work);
  }

  private static Closing closing(
      String name, Book book, Map<Outcome, Long> totals, RunRequest request) {
    RejectionGroup group =
        new RejectionGroup(
            "ads", Stage.CHECK, Reason.NULL, "slug", book.rejected(), List.of("4", "9"));
    FakeStore store =
        new FakeStore("closing " + name)
            .with(new FakeAccounts(List.of(book), List.of(group), Map.of("ads", totals)));
    return new Closing(
        store,
        request,
        new RunTag("pets4homes", 1, "run-1", 3, new Fence("pets4homes", 7)),
        Instant.parse("2026-03-01T10:00:00Z"));
  }

  private static Book nothingRead() {
    return new Book("ads", 0, 0, 0, 0, 0, 0, 0, 0, 0, Balance.BALANCED);
  }

  /** A hundred ads were read, so many of them rejected. */
  private static Book book(long rejected, Balance balance) {
    return new Book("ads", 100, 100 - rejected, 0, rejected, 0, 0, 0, 0, 1.5, balance);
  }
}
