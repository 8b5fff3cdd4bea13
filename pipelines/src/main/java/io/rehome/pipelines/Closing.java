package io.rehome.pipelines;

import io.rehome.io.Accounts;
import io.rehome.io.Book;
import io.rehome.io.FencedOff;
import io.rehome.io.Outage;
import io.rehome.io.Refusal;
import io.rehome.io.RejectionGroup;
import io.rehome.io.RunTag;
import io.rehome.io.Store;
import io.rehome.model.Outcome;
import io.rehome.pipelines.Ending.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Closes a run's books: what the store says became of the records, and how the run ended. */
final class Closing {
  private static final int SAMPLE = 10;

  private final Store store;
  private final RunRequest request;
  private final RunTag tag;
  private final Instant started;
  private final Remarks remarks = new Remarks();
  private Optional<Throwable> fault = Optional.empty();

  Closing(Store store, RunRequest request, RunTag tag, Instant started) {
    this.store = store;
    this.request = request;
    this.tag = tag;
    this.started = started;
  }

  /** Where the run's work says what its user should know. */
  Remarks remarks() {
    return remarks;
  }

  /**
   * The ending after the run's work, whatever that threw.
   *
   * @throws Outage where the store cannot be asked any more
   */
  Ending after(Runnable work) {
    try {
      work.run();
      return ending(State.FINISHED, Exit.OK);
    } catch (Stop.Stopped e) {
      remarks.add("stopped as asked; " + request.continuation());
      return ending(State.STOPPED, Exit.INTERRUPTED);
    } catch (Outage e) {
      remarks.add(e.getMessage() + " for too long; nothing is lost, " + request.continuation());
      return ending(State.STOPPED, Exit.RESUMABLE);
    } catch (FencedOff e) {
      remarks.add(e.getMessage() + "; another run has taken over");
      return ending(State.FAILED, Exit.RESUMABLE);
    } catch (Refusal e) {
      remarks.add(
          "%s: look at the account, its password and its rights; then %s"
              .formatted(e.getMessage(), request.continuation()));
      return ending(State.FAILED, hasRun() ? Exit.RESUMABLE : Exit.PLAN_WRONG);
    } catch (RuntimeException | Error e) {
      fault = Optional.of(e);
      remarks.add(named(e) + "; nothing is lost, " + request.continuation());
      return ending(State.FAILED, Exit.RESUMABLE);
    }
  }

  private static String named(Throwable fault) {
    return HeapTooSmall.isBehind(fault)
        ? HeapTooSmall.sentence()
        : "stopped by a fault of its own (" + fault.getClass().getSimpleName() + ")";
  }

  /** The fault that stopped it, where it was neither an outage nor a database that said no. */
  Optional<Throwable> fault() {
    return fault;
  }

  private boolean hasRun() {
    Accounts accounts = store.accounts(tag.marketplace());
    return accounts.books(tag.run()).stream().anyMatch(book -> book.read() > 0)
        || total(accounts.totals(), Outcome.PENDING) > 0;
  }

  private Ending ending(State state, Exit exit) {
    return Patience.of(() -> told(state, exit));
  }

  private Ending told(State state, Exit exit) {
    Accounts accounts = store.accounts(tag.marketplace());
    Reckoning reckoning = request.mode().reckoning(store, tag);
    List<RejectionGroup> rejections = accounts.rejections(tag.run(), SAMPLE);
    Map<String, Map<Outcome, Long>> totals = accounts.totals();
    long rejected = sum(rejections);
    return new Ending(
        tag.run(),
        tag.marketplace(),
        tag.campaign(),
        request.mode(),
        request.runner(),
        tag.planVersion(),
        started,
        Instant.now(),
        state,
        exit.or(verdict(reckoning, rejected, totals)).or(remarks.exit()),
        reckoning.books(),
        rejections,
        accounts.rules(tag.run()),
        totals,
        Math.max(0, total(totals, Outcome.REJECTED) - rejected),
        remarks.texts(),
        reckoning.comparison());
  }

  private Exit verdict(Reckoning reckoning, long rejected, Map<String, Map<Outcome, Long>> totals) {
    List<Book> books = reckoning.books();
    long read = books.stream().mapToLong(Book::read).sum();
    Exit exit = reckoning.exit();
    if (total(totals, Outcome.PENDING) > 0) {
      exit = exit.or(reckoning.unfinished());
    }
    if (books.stream().anyMatch(book -> book.balance() == Book.Balance.UNBALANCED)) {
      exit = exit.or(Exit.UNBALANCED);
    }
    return request.maxRejected().covers(rejected, read) ? exit : exit.or(Exit.NOT_ACCEPTED);
  }

  private static long sum(List<RejectionGroup> groups) {
    return groups.stream().mapToLong(RejectionGroup::count).sum();
  }

  private static long total(Map<String, Map<Outcome, Long>> totals, Outcome outcome) {
    return totals.values().stream().mapToLong(some -> some.getOrDefault(outcome, 0L)).sum();
  }
}
