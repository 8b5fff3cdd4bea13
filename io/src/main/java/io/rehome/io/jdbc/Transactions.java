package io.rehome.io.jdbc;

import io.rehome.io.DatabaseAddress;
import io.rehome.io.Fence;
import io.rehome.io.Outage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Runs work on the target in transactions that hold the fence from their first statement. */
record Transactions(DatabaseAddress address, Fence fence) {
  private static final int CONNECTIONS = 32;
  private static final int ATTEMPTS = 6;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

  /** Could not be serialized, deadlock, lock not got: rolled back for another's sake. */
  private static final Set<String> YIELDED = Set.of("40001", "40P01", "55P03");

  static Connection connect(DatabaseAddress address) {
    return Pools.connect(address, Access.LOAD, "target", CONNECTIONS);
  }

  /**
   * Runs the work and commits it; again, after a pause, where it was rolled back for another
   * transaction's sake.
   *
   * @throws UnknownFate where the server did not say what became of the commit
   * @throws SQLException where the server refused the work, or the commit: nothing was written
   * @throws Outage where the server was not reached: nothing was written
   * @throws io.rehome.io.FencedOff where the fence holds another token
   */
  <T> T run(Work<T> work) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(work);
      } catch (UnknownFate e) {
        throw e;
      } catch (SQLException e) {
        if (attempt == ATTEMPTS || !YIELDED.contains(state(e))) {
          throw outageOr(e);
        }
      }
      pause(attempt);
    }
  }

  private <T> T once(Work<T> work) throws SQLException {
    try (Connection connection = connect(address)) {
      try {
        connection.setAutoCommit(false);
        TargetFence.hold(connection, fence);
        T result = work.on(connection);
        commit(connection);
        return result;
      } catch (SQLException | RuntimeException e) {
        rollBack(connection, e);
        throw e;
      }
    }
  }

  private static void commit(Connection connection) throws SQLException {
    try {
      connection.commit();
    } catch (SQLException e) {
      boolean rolledBack = YIELDED.contains(state(e)) || TargetRefusal.isOfData(e);
      throw rolledBack ? e : new UnknownFate(e);
    }
  }

  private static String state(SQLException e) {
    return String.valueOf(e.getSQLState());
  }

  /** Where not even this succeeds the connection is broken, and the pool throws it away. */
  private static void rollBack(Connection connection, Exception reason) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  private SQLException outageOr(SQLException e) {
    SqlOutages.of(server(), e)
        .ifPresent(
            outage -> {
              throw outage;
            });
    return e;
  }

  /** Whose failure it is, for messages. */
  String server() {
    return "the target " + JdbcUrl.of(address).server();
  }

  private void pause(int attempt) {
    long longest = FIRST_PAUSE.toMillis() << attempt;
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(longest / 2, longest));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Outage(server() + " was not waited for: interrupted", e);
    }
  }

  /** Work within a transaction; it neither commits nor rolls back. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }
}
