package io.rehome.pipelines;

import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes that are between reader and target in this JVM, by run. The DirectRunner works breadth
 * first: without a bound it would read a whole table before it loads the first page.
 *
 * <p>A range that is handed out counts with what a reading may take at most; its pages count
 * against that. What is left of it is given back with its last page or, where it turned out empty,
 * as soon as its reader does something else.
 */
final class InFlight {
  private static final Map<String, InFlight> RUNS = new ConcurrentHashMap<>();

  private final Map<Long, Long> handedOut = new ConcurrentHashMap<>();
  private final Map<Thread, Long> reading = new ConcurrentHashMap<>();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong most = new AtomicLong();
  private final AtomicLong gatheredKeys = new AtomicLong();
  private final AtomicLong gatheredBytes = new AtomicLong();
  private volatile boolean hasLanded;

  static InFlight of(String run) {
    return RUNS.computeIfAbsent(run, any -> new InFlight());
  }

  /** Forgets what a run's pipeline left in flight: nothing of a pipeline is when it has ended. */
  static void forget(String run) {
    RUNS.remove(run);
  }

  /** The bytes that are in flight, and those that ranges handed out may still bring. */
  long bytes() {
    return bytes.get();
  }

  /** The most that {@link #bytes} ever was. */
  long most() {
    return most.get();
  }

  /**
   * Lets a range pass where fewer than {@code bound} bytes are in flight, and counts it with the
   * most that it may bring.
   */
  boolean admits(KeyRange range, long mostBytes, long bound) {
    rests();
    long before = bytes.getAndUpdate(now -> now < bound ? now + mostBytes : now);
    if (before >= bound) {
      return false;
    }
    handedOut.put(range.id(), mostBytes);
    most.accumulateAndGet(before + mostBytes, Math::max);
    return true;
  }

  /** Counts so many bytes where fewer than {@code bound} are in flight; until {@link #gathered}. */
  boolean admits(long mostBytes, long bound) {
    long before = bytes.getAndUpdate(now -> now < bound ? now + mostBytes : now);
    most.accumulateAndGet(bytes.get(), Math::max);
    return before < bound;
  }

  /** What was counted in advance for these keys is in pages now. */
  void gathered(KeySlice slice) {
    givesBack(slice.counted());
    gatheredKeys.addAndGet(slice.keys().size());
  }

  /** What was counted in advance does not come. */
  void givesBack(long counted) {
    bytes.addAndGet(-counted);
  }

  /** How many bytes a key brought of those that were gathered, about; 0 = none was yet. */
  long bytesOfKey() {
    long keys = gatheredKeys.get();
    return keys == 0 ? 0 : Math.max(1, gatheredBytes.get() / keys);
  }

  void begins(KeyRange range) {
    rests();
    reading.put(Thread.currentThread(), range.id());
  }

  /** This thread does not read any more: the range that it read has come to its end. */
  private void rests() {
    Long before = reading.remove(Thread.currentThread());
    if (before != null) {
      settle(before);
    }
  }

  void took(Page page) {
    long range = page.id().range();
    if (!page.id().isOfRange()) {
      gatheredBytes.addAndGet(page.bytes());
    }
    long covered = Math.min(page.bytes(), handedOut.getOrDefault(range, 0L));
    handedOut.computeIfPresent(range, (any, left) -> left - covered);
    most.accumulateAndGet(bytes.addAndGet(page.bytes() - covered), Math::max);
    if (!(page.end() instanceof Page.End.More)) {
      settle(range);
    }
  }

  void landed(long landed) {
    progressed();
    bytes.addAndGet(-landed);
  }

  /** Something came through to its end that was not counted here. */
  void progressed() {
    hasLanded = true;
  }

  /** Whether anything came through to its end. */
  boolean hasLanded() {
    return hasLanded;
  }

  private void settle(long range) {
    Long left = handedOut.remove(range);
    if (left != null) {
      bytes.addAndGet(-left);
    }
  }
}
