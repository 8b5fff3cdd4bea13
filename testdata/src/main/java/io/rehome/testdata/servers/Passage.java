package io.rehome.testdata.servers;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** What becomes of bytes on their way through a {@link FaultProxy}. */
public interface Passage {

  /** Which way bytes go. */
  enum Way {
    TO_SERVER,
    TO_CLIENT
  }

  /** What becomes of them. */
  enum Fate {
    FORWARDED,
    /** Nobody hears of them, and nobody is told. */
    SWALLOWED,
    /** Both sides are reset. */
    CUT,
    /** They reach the server; the client is reset and gets no answer. */
    FORWARDED_AND_CUT
  }

  /** Decides over the first {@code count} bytes; takes its time where they are to be late. */
  Fate of(Way way, byte[] bytes, int count) throws InterruptedException;

  /** All arrives. */
  static Passage open() {
    return (way, bytes, count) -> Fate.FORWARDED;
  }

  /** All arrives, and each piece of it so much later. */
  static Passage late(Duration delay) {
    return (way, bytes, count) -> {
      TimeUnit.NANOSECONDS.sleep(delay.toNanos());
      return Fate.FORWARDED;
    };
  }

  /** All arrives, each connection's way no faster than so many bytes a second. */
  static Passage narrow(long bytesPerSecond) {
    return (way, bytes, count) -> {
      TimeUnit.NANOSECONDS.sleep(TimeUnit.SECONDS.toNanos(count) / bytesPerSecond);
      return Fate.FORWARDED;
    };
  }

  /** Nothing arrives, and nobody is told: connections look alive and stay silent. */
  static Passage blackhole() {
    return (way, bytes, count) -> Fate.SWALLOWED;
  }

  /**
   * All arrives until the server has answered so many bytes; the connection that is at it then is
   * cut.
   */
  static Passage cutAfter(long answered) {
    AtomicLong left = new AtomicLong(answered);
    return (way, bytes, count) -> {
      boolean isLast = way == Way.TO_CLIENT && reaches(left, count);
      return isLast ? Fate.CUT : Fate.FORWARDED;
    };
  }

  private static boolean reaches(AtomicLong left, int count) {
    long after = left.addAndGet(-count);
    return after <= 0 && after + count > 0;
  }

  /** The next message that holds this text reaches the server, and its answer nobody. */
  static Passage cutAfterForwarding(String text) {
    AtomicBoolean done = new AtomicBoolean();
    return (way, bytes, count) -> {
      String message = new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
      boolean isIt = way == Way.TO_SERVER && message.contains(text);
      return isIt && done.compareAndSet(false, true) ? Fate.FORWARDED_AND_CUT : Fate.FORWARDED;
    };
  }
}
