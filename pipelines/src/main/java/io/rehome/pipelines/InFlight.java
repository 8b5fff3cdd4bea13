package io.rehome.pipelines;

import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes that are between reader and target in this JVM, by run. The DirectRunner works breadth
 * first: without a bound it would read a whole table before it loads the first page.
 *
 * <p>A range that is handed out counts with what a reading may take at most, until its last page
 * was taken or, where it turned out empty, its reader began another; from then on its pages count.
 */
final class InFlight {
  private static final Map<String, InFlight> RUNS = new ConcurrentHashMap<>();

  private final Map<Long, Long> handedOut = new ConcurrentHashMap<>();
  private final Map<Thread, Long> reading = new ConcurrentHashMap<>();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong most = new AtomicLong();

  static InFlight of(String run) {
    return RUNS.computeIfAbsent(run, any -> new InFlight());
  }

  /** Forgets a run, with what a failed pipeline left in flight; gives what it was. */
  static Optional<InFlight> forget(String run) {
    return Optional.ofNullable(RUNS.remove(run));
  }

  /** The bytes that are in flight, and those that ranges handed out may still bring. */
  long bytes() {
    return bytes.get();
  }

  /** The most that {@link #bytes} ever was. */
  long most() {
    return most.get();
  }

  void handOut(KeyRange range, long mostBytes) {
    handedOut.put(range.id(), mostBytes);
    add(mostBytes);
  }

  void begins(KeyRange range) {
    Long before = reading.put(Thread.currentThread(), range.id());
    if (before != null && before != range.id()) {
      settle(before);
    }
  }

  void took(Page page) {
    add(page.bytes());
    if (!(page.end() instanceof Page.End.More)) {
      settle(page.id().range());
    }
  }

  void landed(long landed) {
    bytes.addAndGet(-landed);
  }

  private void settle(long range) {
    Long expected = handedOut.remove(range);
    if (expected != null) {
      bytes.addAndGet(-expected);
    }
  }

  private void add(long more) {
    most.accumulateAndGet(bytes.addAndGet(more), Math::max);
  }
}
