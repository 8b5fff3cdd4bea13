package io.rehome.io.jdbc;

import io.rehome.io.Loading.Batch;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes batches that reference each other within one transaction, and looks at their constraints
 * when all are there. Rows whose parent is not among them are taken out, and the rest is written
 * again, until the rest stands.
 */
final class TogetherWrite {
  private static final String CHECK_AT_THE_END = "set constraints all deferred";
  private static final String CHECK_NOW = "set constraints all immediate";
  private static final int MOST_ROUNDS = 50;

  private final Connection connection;
  private final List<Batch> batches;
  private final List<Slots> all;
  private final Writers writers;
  private final Set<Slot> takenOut = new HashSet<>();

  TogetherWrite(Connection connection, List<Batch> batches, List<Slots> all, Writers writers) {
    this.connection = connection;
    this.batches = batches;
    this.all = all;
    this.writers = writers;
  }

  /**
   * Tells each slot its landing.
   *
   * @throws SQLException where the rest is refused too, and not for the want of a parent
   */
  void write() throws SQLException {
    execute(CHECK_AT_THE_END);
    Savepoint start = connection.setSavepoint();
    for (int round = 1; !stands(round); round++) {
      connection.rollback(start);
    }
  }

  private boolean stands(int round) throws SQLException {
    for (int i = 0; i < all.size(); i++) {
      writer(i).write(connection, remaining(i));
    }
    Savepoint end = connection.setSavepoint();
    try {
      execute(CHECK_NOW);
      return true;
    } catch (SQLException e) {
      if (!TargetRefusal.isOfData(e) || round == MOST_ROUNDS) {
        throw e;
      }
      connection.rollback(end);
      takeOut(e);
      return false;
    }
  }

  private void takeOut(SQLException e) throws SQLException {
    int before = takenOut.size();
    for (int i = 0; i < all.size(); i++) {
      takenOut.addAll(writer(i).refuseOrphans(connection, e, remaining(i)));
    }
    if (takenOut.size() == before) {
      throw e;
    }
  }

  private List<Slot> remaining(int batch) {
    return all.get(batch).toWrite().stream().filter(slot -> !takenOut.contains(slot)).toList();
  }

  private TableWriter writer(int batch) throws SQLException {
    return writers.of(connection, batches.get(batch).shape());
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
