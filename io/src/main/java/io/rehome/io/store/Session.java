package io.rehome.io.store;

import io.rehome.io.DatabaseAddress;
import io.rehome.io.jdbc.Access;
import io.rehome.io.jdbc.Pools;
import io.rehome.io.jdbc.SqlOutages;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Transactions on the store, and statements within them. Each takes a connection from the pool and
 * gives it back: a worker has a session for each step and thread, of which few work at once. A
 * session that lasts keeps its connection until it is closed or the connection breaks. For one
 * thread.
 */
final class Session implements AutoCloseable {
  /** More threads than this that are in a transaction at once wait for each other. */
  static final int CONNECTIONS = 24;

  private static final int ATTEMPTS = 4;

  /** For the server's answer that it ended a statement. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  /** SQL state: the connection does not exist. */
  private static final String CLOSED = "08003";

  private static final int FETCHED_AT_ONCE = 2000;

  /**
   * A session that lasts is the lease's, which is over 15 s after its last renewal: it does not
   * wait longer for an answer, and the next renewal comes by another connection.
   */
  private static final int LONGEST_SILENCE_MILLIS = 12_000;

  private final DatabaseAddress address;
  private final boolean lasts;
  private volatile @Nullable Connection connection;

  Session(DatabaseAddress address) {
    this(address, false);
  }

  private Session(DatabaseAddress address, boolean lasts) {
    this.address = address;
    this.lasts = lasts;
  }

  /** One that keeps its connection, and what hangs on it, between transactions. */
  static Session lasting(DatabaseAddress address) {
    return new Session(address, true);
  }

  /** What is done in a transaction. */
  @FunctionalInterface
  interface Work<T> {
    T done() throws SQLException;
  }

  /** What is done in a transaction for its effect alone. */
  @FunctionalInterface
  interface Task {
    void done() throws SQLException;
  }

  /** Turns one row of a result into a value. */
  @FunctionalInterface
  interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Takes one row of a result. */
  @FunctionalInterface
  interface Taking {
    void take(ResultSet row) throws SQLException;
  }

  /**
   * Does the work in one transaction and commits it; done again where the database rolled it back
   * for another transaction's sake. Any exception rolls back.
   *
   * @throws io.rehome.io.Outage where the store was not reached: whether a commit took place is
   *     unknown then
   */
  <T> T transaction(Work<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        open();
        T result = work.done();
        connection().commit();
        giveBack();
        return result;
      } catch (SQLException e) {
        rollBack();
        if (attempt == ATTEMPTS || !wasRolledBackForAnother(e)) {
          throw failure(e);
        }
      } catch (RuntimeException | Error e) {
        rollBack();
        throw e;
      }
    }
  }

  /** {@link #transaction(Work)} without a result. */
  void run(Task task) {
    transaction(
        () -> {
          task.done();
          return true;
        });
  }

  /**
   * Lets each statement of the transaction under way take so long. The server ends one that takes
   * longer: it would go on with nobody waiting for it, and stand in the way of the next try.
   */
  void mayTake(Duration longest) throws SQLException {
    connection().setNetworkTimeout(Runnable::run, Math.toIntExact(longest.toMillis()));
    update("set local statement_timeout = " + longest.minus(MARGIN).toMillis());
  }

  private static boolean wasRolledBackForAnother(SQLException e) {
    return e.getSQLState() != null && e.getSQLState().startsWith("40");
  }

  private static RuntimeException failure(SQLException e) {
    return SqlOutages.raised("the store", "do its work", e);
  }

  /** Whether the failure is that a row of this key is there already. */
  static boolean isDuplicate(RuntimeException failure) {
    return failure.getCause() instanceof SQLException e && "23505".equals(e.getSQLState());
  }

  /** Whether the failure is that a lock was not had in time. */
  static boolean isLockTimeout(RuntimeException failure) {
    return failure.getCause() instanceof SQLException e && "55P03".equals(e.getSQLState());
  }

  private void rollBack() {
    try {
      Connection mine = connection;
      if (mine != null) {
        mine.rollback();
      }
      giveBack();
    } catch (SQLException broken) {
      close();
    }
  }

  private void giveBack() {
    if (!lasts) {
      close();
    }
  }

  private void open() throws SQLException {
    Connection mine = connection;
    if (mine == null || mine.isClosed()) {
      mine = Pools.connect(address, Access.STORE, "store", CONNECTIONS);
      mine.setAutoCommit(false);
      if (lasts) {
        mine.setNetworkTimeout(Runnable::run, LONGEST_SILENCE_MILLIS);
      }
      connection = mine;
    }
  }

  /**
   * The connection of the transaction under way; never another one. A runner that gives up tears
   * steps down, from a thread of its own, that are still at work: what was done in the transaction
   * is rolled back then, and the rest of it must not be committed alone.
   */
  Connection connection() throws SQLException {
    Connection mine = connection;
    if (mine == null || mine.isClosed()) {
      throw new SQLException("the session was closed within its transaction", CLOSED);
    }
    return mine;
  }

  /** All rows of a query. */
  <T> List<T> list(Reading<T> reading, String sql, @Nullable Object... parameters)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    each(row -> rows.add(reading.read(row)), sql, parameters);
    return rows;
  }

  /** The first row of a query. */
  <T> Optional<T> first(Reading<T> reading, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = prepare(sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? Optional.of(reading.read(rows)) : Optional.empty();
    }
  }

  /** The one row that a query always gives. */
  <T> T one(Reading<T> reading, String sql, @Nullable Object... parameters) throws SQLException {
    return first(reading, sql, parameters).orElseThrow();
  }

  /** Hands over each row of a query while it is read, however many there are. */
  void each(Taking taking, String sql, @Nullable Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepare(sql, parameters)) {
      statement.setFetchSize(FETCHED_AT_ONCE);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          taking.take(rows);
        }
      }
    }
  }

  /** Runs a statement; answers how many rows it touched. */
  int update(String sql, @Nullable Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepare(sql, parameters)) {
      return statement.executeUpdate();
    }
  }

  private PreparedStatement prepare(String sql, @Nullable Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection().prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, bound(parameters[i]));
    }
    return statement;
  }

  private @Nullable Object bound(@Nullable Object value) throws SQLException {
    if (value instanceof String[] texts) {
      return connection().createArrayOf("text", texts);
    }
    if (value instanceof UUID[] uuids) {
      return connection().createArrayOf("uuid", uuids);
    }
    if (value instanceof Long[] numbers) {
      return connection().createArrayOf("bigint", numbers);
    }
    if (value instanceof Integer[] numbers) {
      return connection().createArrayOf("integer", numbers);
    }
    return value;
  }

  /** What is uncommitted is rolled back by the pool; a broken connection is gone either way. */
  @Override
  public void close() {
    Connection mine = connection;
    try {
      if (mine != null) {
        mine.close();
      }
    } catch (SQLException alreadyBroken) {
      // Nothing that we count on was left on it.
    } finally {
      connection = null;
    }
  }
}
