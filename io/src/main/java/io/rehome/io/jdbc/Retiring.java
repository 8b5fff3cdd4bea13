package io.rehome.io.jdbc;

import io.rehome.io.Landing;
import io.rehome.io.Retirement;
import io.rehome.io.Upload;
import io.rehome.model.Document;
import io.rehome.model.Reason;
import io.rehome.model.Rejection;
import io.rehome.model.Stage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Deletes or changes rows within a caller's transaction. Where the server refuses a set, since
 * other rows reference one of it, the set is halved until the guilty stand alone.
 */
final class Retiring {
  private final Connection connection;
  private final TableSql sql;
  private final Positions positions;
  private final Way way;

  Retiring(Connection connection, TargetTableSql table, Retirement retirement) {
    this.connection = connection;
    this.sql = table.sql();
    this.positions = new Positions(connection, table.shape());
    this.way =
        retirement instanceof Retirement.Change change
            ? changed(change)
            : new Way(sql.deleteHeld(), sql.deleteAnyway(), new Document(List.of()));
  }

  private Way changed(Retirement.Change change) {
    List<ColumnSql> set = change.columns().stream().map(ColumnSql::of).toList();
    return new Way(sql.setHeld(set), sql.setAnyway(set), change.values());
  }

  /** The statements, for rows as they are known and for any, and their first parameters. */
  private record Way(String held, String anyway, Document values) {}

  /** Tells each slot its landing. */
  void retire(List<Slot> slots) throws SQLException {
    if (slots.isEmpty()) {
      return;
    }
    Savepoint before = connection.setSavepoint();
    try {
      retireAll(slots);
      connection.releaseSavepoint(before);
    } catch (SQLException e) {
      if (!TargetRefusal.isOfData(e)) {
        throw e;
      }
      connection.rollback(before);
      apart(slots, e);
    }
  }

  private void apart(List<Slot> slots, SQLException e) throws SQLException {
    if (slots.size() == 1) {
      Rejection rejection = TargetRefusal.of(e);
      slots
          .get(0)
          .refuse(new Rejection(Stage.LOAD, Reason.TARGET_REFUSED, "", rejection.message()));
      return;
    }
    int middle = slots.size() / 2;
    retire(slots.subList(0, middle));
    retire(slots.subList(middle, slots.size()));
  }

  private void retireAll(List<Slot> slots) throws SQLException {
    Set<Slot> open = present(slots);
    slots.forEach(slot -> slot.land(new Landing.Equal()));
    retireHeld(open);
    retireAnyway(open);
    open.forEach(
        slot ->
            slot.refuse(
                Reason.TARGET_CHANGED, "", "the target's row is not as we left it: changed there"));
  }

  private Set<Slot> present(List<Slot> slots) throws SQLException {
    Set<Slot> present = new HashSet<>();
    positions.askKeys(
        sql.keysPresent(),
        (index, row) -> present.add(slots.get(index)),
        slots.stream().map(Slot::document).toList());
    return present;
  }

  private void retireHeld(Set<Slot> open) throws SQLException {
    List<Slot> asked = new ArrayList<>();
    List<Document> documents = new ArrayList<>();
    for (Slot slot : open) {
      for (Document held : slot.upload().held()) {
        asked.add(slot);
        documents.add(held);
      }
    }
    ask(way.held(), asked, documents, open);
  }

  private void retireAnyway(Set<Slot> open) throws SQLException {
    List<Slot> asked =
        open.stream().filter(slot -> slot.upload().claim() == Upload.Claim.OVERWRITE).toList();
    ask(way.anyway(), asked, asked.stream().map(Slot::document).toList(), open);
  }

  private void ask(String statement, List<Slot> asked, List<Document> documents, Set<Slot> open)
      throws SQLException {
    positions.askAfter(
        way.values(),
        statement,
        (index, row) -> {
          asked.get(index).land(new Landing.Written());
          open.remove(asked.get(index));
        },
        documents);
  }
}
