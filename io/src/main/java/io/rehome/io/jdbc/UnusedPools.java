package io.rehome.io.jdbc;

import io.rehome.io.jdbc.Pools.Pool;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Closes pools that nobody uses. Its thread ends with the last of them, so that nothing of ours is
 * left in a JVM that is done with us.
 */
final class UnusedPools {
  /** Longer than anybody waits for a connection of a pool that he was given. */
  private static final Duration UNUSED = Duration.ofSeconds(90);

  private static final Duration PERIOD = Duration.ofSeconds(5);
  private static @Nullable Thread watching;

  private UnusedPools() {}

  /** Watches these pools from now on, until none is left. */
  static synchronized void watch(Map<?, Pool> pools) {
    if (watching == null) {
      Thread thread = new Thread(() -> closeUnused(pools), "rehome pools");
      thread.setDaemon(true);
      thread.start();
      watching = thread;
    }
  }

  private static void closeUnused(Map<?, Pool> pools) {
    try {
      while (!isDone(pools)) {
        Thread.sleep(PERIOD.toMillis());
        closeUnused(pools, System.nanoTime() - UNUSED.toNanos());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static synchronized boolean isDone(Map<?, Pool> pools) {
    if (pools.isEmpty()) {
      watching = null;
      return true;
    }
    return false;
  }

  /** Closes each that was last asked for before this moment and has no connection lent. */
  static <P> void closeUnused(Map<P, Pool> pools, long moment) {
    for (P place : pools.keySet()) {
      pools.computeIfPresent(place, (any, pool) -> kept(pool, moment));
    }
  }

  private static @Nullable Pool kept(Pool pool, long moment) {
    boolean used = pool.connections().getHikariPoolMXBean().getActiveConnections() > 0;
    if (used || pool.askedAt() - moment > 0) {
      return pool;
    }
    pool.connections().close();
    return null;
  }
}
