package io.rehome.io.jdbc;

import static java.util.stream.Collectors.joining;

import io.rehome.model.DocumentShape;
import io.rehome.model.Reason;
import io.rehome.model.Rejection;
import io.rehome.model.Stage;
import io.rehome.model.TargetKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out which row stands in the way of those that could not be inserted. */
final class Collisions {
  private static final Rejection LEFT_OUT =
      new Rejection(
          Stage.LOAD,
          Reason.TARGET_REFUSED,
          "",
          "the target took the row and kept none: a trigger or rule of its own leaves it out");

  private final Connection connection;
  private final TableSql sql;
  private final DocumentShape shape;
  private final Positions positions;

  Collisions(Connection connection, TargetTableSql table, Positions positions) {
    this.connection = connection;
    this.sql = table.sql();
    this.shape = table.shape();
    this.positions = positions;
  }

  /** Tells each of these slots what it collided with. */
  void explain(List<Slot> collided) throws SQLException {
    Set<Slot> open = new LinkedHashSet<>(collided);
    findKeys(open);
    Map<String, Integer> columns = shape.positions();
    for (List<String> unique : shape.table().uniques()) {
      if (columns.keySet().containsAll(unique)) {
        findHolders(open, unique, unique.stream().map(columns::get).toList());
      }
    }
    for (Slot slot : open) {
      insertAlone(slot);
    }
  }

  private void findKeys(Set<Slot> open) throws SQLException {
    List<Slot> asked = new ArrayList<>(open);
    positions.askKeys(
        sql.keysPresent(),
        (index, row) -> {
          Slot slot = asked.get(index);
          keyTaken(slot);
          open.remove(slot);
        },
        asked.stream().map(Slot::document).toList());
  }

  private static void keyTaken(Slot slot) {
    if (slot.isNew()) {
      slot.refuse(
          Reason.TARGET_KEY_TAKEN,
          "",
          "the target has a row of the key " + slot.upload().key() + " that is not ours");
    } else {
      slot.refuse(Reason.TARGET_CHANGED, "", "the target's row was changed while we wrote");
    }
  }

  private void findHolders(Set<Slot> open, List<String> unique, List<Integer> places)
      throws SQLException {
    List<Slot> asked = new ArrayList<>(open);
    positions.ask(
        sql.holders(places),
        (index, row) -> {
          Slot slot = asked.get(index);
          if (open.remove(slot)) {
            slot.refuse(
                Reason.DUPLICATE,
                String.join(", ", unique),
                values(slot, places) + " is taken by the row of the key " + key(row));
          }
        },
        asked.stream().map(Slot::document).toList());
  }

  private static String values(Slot slot, List<Integer> places) {
    return places.stream()
        .map(place -> String.valueOf(slot.document().values().get(place)))
        .collect(joining(", "));
  }

  private TargetKey key(ResultSet row) throws SQLException {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < shape.key().size(); i++) {
      parts.add(row.getString(i + 2));
    }
    return TargetKey.of(parts);
  }

  /** An index over an expression, or over some rows only: the server itself must say it. */
  private void insertAlone(Slot slot) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      if (positions.write(sql.insertPlainly(), List.of(slot.document())) == 0) {
        slot.refuse(LEFT_OUT);
      }
    } catch (SQLException e) {
      if (!TargetRefusal.isOfData(e)) {
        throw e;
      }
      connection.rollback(before);
      slot.refuse(TargetRefusal.of(e));
    }
  }
}
