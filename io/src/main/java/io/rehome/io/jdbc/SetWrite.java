package io.rehome.io.jdbc;

import io.rehome.io.Landing;
import io.rehome.model.Document;
import io.rehome.model.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Writes a set of uploads within a transaction, in a handful of statements whatever its size. Can
 * be done again: a row that equals its document is left alone.
 */
final class SetWrite {
  private final TableSql sql;
  private final int[] key;
  private final Positions positions;
  private final Collisions collisions;

  SetWrite(Connection connection, TargetTableSql table) {
    this.sql = table.sql();
    this.key = table.shape().keyPositions();
    this.positions = new Positions(connection, table.shape());
    this.collisions = new Collisions(connection, table, positions);
  }

  /**
   * Tells each slot its landing.
   *
   * @throws SQLException where the server refuses one of them: the statement says not which
   */
  void write(List<Slot> slots) throws SQLException {
    slots.forEach(slot -> slot.land(new Landing.Written()));
    List<Slot> toInsert = new ArrayList<>(slots.stream().filter(Slot::isNew).toList());
    toInsert.addAll(update(sentBefore(slots)));
    collisions.explain(lookedAtAgain(insert(toInsert)));
  }

  /**
   * Looks again at those that were absent and then collided: an earlier transaction of our own,
   * whose commit was not answered, may have ended in between.
   */
  private List<Slot> lookedAtAgain(List<Slot> collided) throws SQLException {
    List<Slot> open = new ArrayList<>(collided.stream().filter(Slot::isNew).toList());
    open.addAll(update(sentBefore(collided)));
    return open;
  }

  private static List<Slot> sentBefore(List<Slot> slots) {
    return slots.stream().filter(slot -> !slot.isNew()).toList();
  }

  /** Updates what is there and ours; answers those that are absent and may be inserted. */
  private List<Slot> update(List<Slot> slots) throws SQLException {
    List<Comparison> comparisons = compare(slots);
    replace(comparisons.stream().filter(Comparison::isOurs).toList());
    overwrite(comparisons.stream().filter(Comparison::isOverwritten).toList());
    comparisons.forEach(Comparison::landWhatIsLeftAlone);
    return comparisons.stream().filter(Comparison::mayBeInserted).map(Comparison::slot).toList();
  }

  private List<Comparison> compare(List<Slot> slots) throws SQLException {
    List<Comparison> comparisons = slots.stream().map(slot -> new Comparison(slot, key)).toList();
    List<Comparison> asked = new ArrayList<>();
    List<Document> documents = new ArrayList<>();
    for (Comparison comparison : present(comparisons)) {
      for (Document document : comparison.candidates()) {
        asked.add(comparison);
        documents.add(document);
      }
    }
    positions.ask(
        sql.compare(),
        (index, row) -> asked.get(index).found(documents.get(index), row.getBoolean(2)),
        documents);
    return comparisons;
  }

  private List<Comparison> present(List<Comparison> comparisons) throws SQLException {
    List<Comparison> present = new ArrayList<>();
    positions.askKeys(
        sql.keysPresent(),
        (index, row) -> present.add(comparisons.get(index)),
        comparisons.stream().map(comparison -> comparison.slot().document()).toList());
    return present;
  }

  private void replace(List<Comparison> ours) throws SQLException {
    BitSet replaced = new BitSet();
    positions.ask(
        sql.update(),
        (index, row) -> replaced.set(index),
        ours.stream().map(comparison -> comparison.slot().document()).toList(),
        ours.stream().map(Comparison::held).toList());
    changedMeanwhile(ours, replaced);
  }

  private void overwrite(List<Comparison> others) throws SQLException {
    BitSet replaced = new BitSet();
    positions.ask(
        sql.overwrite(),
        (index, row) -> replaced.set(index),
        others.stream().map(comparison -> comparison.slot().document()).toList());
    changedMeanwhile(others, replaced);
  }

  private static void changedMeanwhile(List<Comparison> comparisons, BitSet replaced) {
    for (int i = replaced.nextClearBit(0); i < comparisons.size(); ) {
      comparisons
          .get(i)
          .slot()
          .refuse(Reason.TARGET_CHANGED, "", "the target's row was changed while we wrote");
      i = replaced.nextClearBit(i + 1);
    }
  }

  /** Answers those that collided with a row. */
  private List<Slot> insert(List<Slot> slots) throws SQLException {
    BitSet inserted = new BitSet();
    positions.ask(
        sql.insert(),
        (index, row) -> inserted.set(index),
        slots.stream().map(Slot::document).toList());
    List<Slot> collided = new ArrayList<>();
    for (int i = inserted.nextClearBit(0); i < slots.size(); i = inserted.nextClearBit(i + 1)) {
      collided.add(slots.get(i));
    }
    return collided;
  }
}
