package io.rehome.io.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.rehome.io.DatabaseAddress;
import io.rehome.io.Source;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * The connections of this JVM to a source: those that read and those that ask, together at most
 * {@code most}. Readers leave one to who asks, so that a step may ask while it reads. Who has to
 * wait waits here and not in the pool, whose time limit would take patience for an outage, and
 * which makes no new connection for those who wait when one is discarded.
 *
 * @param most at least {@link Source#FEWEST_CONNECTIONS}
 */
record SourceConnections(DatabaseAddress address, int most) implements Serializable {
  private static final Map<SourceConnections, Free> FREE = new ConcurrentHashMap<>();

  SourceConnections {
    if (most < Source.FEWEST_CONNECTIONS) {
      throw new IllegalArgumentException("too few connections to a source: " + most);
    }
  }

  /** What the inquiry answers over a connection that it gives back. */
  <T, E extends Exception> T ask(Inquiry<T, E> inquiry) throws SQLException, E {
    free().all().acquireUninterruptibly();
    try (Connection connection = Pools.lend(pool())) {
      return inquiry.answer(connection);
    } finally {
      free().all().release();
    }
  }

  /** A connection to read a range; it is given back by {@link #giveBack} or {@link #discard}. */
  Connection take() throws SQLException {
    free().reading().acquireUninterruptibly();
    free().all().acquireUninterruptibly();
    try {
      return Pools.lend(pool());
    } catch (SQLException | RuntimeException e) {
      release();
      throw e;
    }
  }

  /** Ends its transaction. */
  void giveBack(Connection connection) throws SQLException {
    try (connection) {
      connection.rollback();
    } finally {
      release();
    }
  }

  /** Cuts the connection: what the server still has to send is not waited for. */
  void discard(Connection connection) throws SQLException {
    try {
      connection.unwrap(Connection.class).abort(Runnable::run);
      pool().evictConnection(connection);
    } finally {
      release();
    }
  }

  private void release() {
    free().all().release();
    free().reading().release();
  }

  private HikariDataSource pool() {
    return Pools.hikari(address, Access.READ_ONLY, "source", most);
  }

  private Free free() {
    return FREE.computeIfAbsent(this, it -> Free.of(most));
  }

  /** What is free of all connections, and of those that may read. */
  private record Free(Semaphore all, Semaphore reading) {
    static Free of(int most) {
      return new Free(new Semaphore(most, true), new Semaphore(most - 1, true));
    }
  }

  /** Asks over a connection. */
  @FunctionalInterface
  interface Inquiry<T, E extends Exception> {
    T answer(Connection connection) throws SQLException, E;
  }
}
