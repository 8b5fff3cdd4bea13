package io.rehome.io.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * The connections of a pool, for users that may have to wait long for each other: they wait here
 * and not in the pool, whose time limit would take their patience for an outage, and which makes no
 * new connection for those who wait when one is discarded.
 */
record ReadingSlots(HikariDataSource pool, int connections) {
  private static final Map<ReadingSlots, Semaphore> FREE = new ConcurrentHashMap<>();

  /** A connection; it is given back by {@link #giveBack} or {@link #discard}. */
  Connection take() throws SQLException {
    free().acquireUninterruptibly();
    try {
      return pool.getConnection();
    } catch (SQLException | RuntimeException e) {
      free().release();
      throw e;
    }
  }

  /** Ends its transaction. */
  void giveBack(Connection connection) throws SQLException {
    try (connection) {
      connection.rollback();
    } finally {
      free().release();
    }
  }

  /** Cuts the connection: what the server still has to send is not waited for. */
  void discard(Connection connection) throws SQLException {
    try {
      connection.unwrap(Connection.class).abort(Runnable::run);
      pool.evictConnection(connection);
    } finally {
      free().release();
    }
  }

  private Semaphore free() {
    return FREE.computeIfAbsent(this, slots -> new Semaphore(connections, true));
  }
}
