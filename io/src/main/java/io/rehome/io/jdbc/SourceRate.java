package io.rehome.io.jdbc;

import com.google.common.util.concurrent.RateLimiter;
import java.io.Serializable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many rows a second all readers of this JVM may take from a server.
 *
 * @param rowsPerSecond 0 = unlimited
 */
record SourceRate(String server, long rowsPerSecond) implements Serializable {
  private static final Map<String, RateLimiter> LIMITERS = new ConcurrentHashMap<>();

  /** Rows were taken; returns when the next may be. */
  void took(int rows) {
    if (rowsPerSecond > 0) {
      limiter().acquire(rows);
    }
  }

  @SuppressWarnings("UnstableApiUsage")
  private RateLimiter limiter() {
    double rate = (double) rowsPerSecond;
    RateLimiter limiter = LIMITERS.computeIfAbsent(server, name -> RateLimiter.create(rate));
    if (limiter.getRate() != rate) {
      limiter.setRate(rate);
    }
    return limiter;
  }
}
