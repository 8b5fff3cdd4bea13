package io.rehome.io.jdbc;

import io.rehome.io.Landing;
import io.rehome.model.Document;
import io.rehome.model.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes rows whose unique values go from one of them to another, within a caller's transaction:
 * those whose value is free first; where all wait for each other, one of them gives its value up
 * for a moment. Constraints that can be put off are.
 */
final class Exchange {
  private static final String AT_THE_END = "set constraints all deferred";
  private static final String NOW = "set constraints all immediate";

  private final Connection connection;
  private final TargetTableSql table;
  private final TableWriter writer;
  private final Positions positions;
  private final ParkingPlace parking;

  Exchange(Connection connection, TargetTableSql table, TableWriter writer) {
    this.connection = connection;
    this.table = table;
    this.writer = writer;
    this.positions = new Positions(connection, table.shape());
    this.parking = new ParkingPlace(table.shape());
  }

  /** Tells each slot its landing. */
  void write(List<Slot> slots) throws SQLException {
    for (List<Slot> connected : ValueChains.in(slots, table.shape())) {
      Savepoint before = connection.setSavepoint();
      if (!exchanged(connected)) {
        connection.rollback(before);
        execute(NOW);
        writer.write(connection, connected);
      }
    }
  }

  /** Whether what was done may stay: no row was left without its value. */
  private boolean exchanged(List<Slot> slots) throws SQLException {
    execute(AT_THE_END);
    try {
      if (!mayStay(slots)) {
        return false;
      }
      execute(NOW);
      return true;
    } catch (SQLException e) {
      if (!TargetRefusal.isOfData(e)) {
        throw e;
      }
      return false;
    }
  }

  private boolean mayStay(List<Slot> slots) throws SQLException {
    Set<Slot> parked = new HashSet<>();
    List<Slot> open = slots;
    while (!open.isEmpty()) {
      writer.write(connection, open);
      List<Slot> refused = open.stream().filter(Exchange::isRefused).toList();
      if (refused.size() == open.size() && !parkOne(refused, parked)) {
        return refused.stream().noneMatch(parked::contains);
      }
      open = refused;
    }
    return true;
  }

  private static boolean isRefused(Slot slot) {
    return slot.landing() instanceof Landing.Refused;
  }

  private boolean parkOne(List<Slot> refused, Set<Slot> parked) throws SQLException {
    for (Slot slot : refused) {
      boolean waits =
          slot.landing() instanceof Landing.Refused answer
              && answer.rejection().reason() == Reason.DUPLICATE;
      if (waits && parked.add(slot) && park(slot)) {
        return true;
      }
    }
    return false;
  }

  private boolean park(Slot slot) throws SQLException {
    for (Document held : List.copyOf(slot.upload().held())) {
      Optional<Document> place = parking.of(held, slot.document());
      if (place.isPresent() && isReplaced(held, place.get())) {
        slot.mayHoldToo(place.get());
        return true;
      }
    }
    return false;
  }

  private boolean isReplaced(Document held, Document place) throws SQLException {
    Set<Integer> replaced = new HashSet<>();
    positions.ask(
        table.sql().update(), (index, row) -> replaced.add(index), List.of(place), List.of(held));
    return !replaced.isEmpty();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
