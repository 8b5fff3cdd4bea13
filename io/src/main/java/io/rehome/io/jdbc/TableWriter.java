package io.rehome.io.jdbc;

import io.rehome.io.jdbc.Orphans.Self;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Set;

/**
 * Writes uploads of one shape within a caller's transaction. For one thread.
 *
 * <p>Where the server refuses a set for its content, the set is halved until the guilty stand
 * alone: about twice as many statements as guilty rows times the logarithm of the set.
 */
final class TableWriter {
  private static final String BAD_TEXT = "22021";

  private final TargetTableSql table;
  private final CopyCells cells;
  private final PgCopyRows rows = new PgCopyRows();

  TableWriter(TargetTableSql table) {
    this.table = table;
    this.cells = new CopyCells(table.shape().columns());
  }

  /**
   * Sends new rows by COPY.
   *
   * @throws SQLException where any of them is refused or left out; the transaction is lost
   */
  void copy(Connection connection, List<Slot> slots) throws SQLException {
    long copied =
        PgCopy.copy(
            connection,
            table.sql().copy(),
            rows,
            filled -> {
              for (Slot slot : slots) {
                encode(slot, filled);
              }
            });
    if (copied != slots.size()) {
      throw new SQLException("the target left rows out", "09000");
    }
  }

  private void encode(Slot slot, PgCopyRows filled) throws SQLException {
    try {
      cells.write(slot.document(), filled);
    } catch (IllegalArgumentException e) { // half a surrogate pair
      throw new SQLException("a text cannot be encoded", BAD_TEXT, e);
    }
  }

  /** Writes any set, and tells each slot its landing; the transaction goes on. */
  void write(Connection connection, List<Slot> slots) throws SQLException {
    if (!slots.isEmpty()) {
      halve(connection, new SetWrite(connection, table), slots);
    }
  }

  private void halve(Connection connection, SetWrite write, List<Slot> slots) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      write.write(slots);
      connection.releaseSavepoint(before);
    } catch (SQLException e) {
      if (!TargetRefusal.isOfData(e)) {
        throw e;
      }
      connection.rollback(before);
      Set<Slot> orphans =
          Set.copyOf(new Orphans(connection, table).refuse(e, slots, Self.IS_ABSENT));
      if (orphans.isEmpty()) {
        apart(connection, write, slots, e);
      } else if (orphans.size() < slots.size()) {
        halve(connection, write, slots.stream().filter(slot -> !orphans.contains(slot)).toList());
      }
    }
  }

  /** Refuses those that break the foreign key which the end of a transaction was refused for. */
  List<Slot> refuseOrphans(Connection connection, SQLException e, List<Slot> slots)
      throws SQLException {
    return new Orphans(connection, table).refuse(e, slots, Self.IS_PRESENT);
  }

  private void apart(Connection connection, SetWrite write, List<Slot> slots, SQLException e)
      throws SQLException {
    if (slots.size() == 1) {
      slots.get(0).refuse(TargetRefusal.of(e));
      return;
    }
    int middle = slots.size() / 2;
    halve(connection, write, slots.subList(0, middle));
    halve(connection, write, slots.subList(middle, slots.size()));
  }
}
