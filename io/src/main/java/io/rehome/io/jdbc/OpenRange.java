package io.rehome.io.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The result set of a range while it is read. It can look one row ahead, so that a page knows
 * whether it is the last, and it can be ended early.
 */
final class OpenRange {
  private final ResultSet rows;
  private Ahead ahead = Ahead.UNKNOWN;

  OpenRange(ResultSet rows) {
    this.rows = rows;
  }

  /** The driver's own result set, which stands on a row after {@link #next}. */
  ResultSet rows() {
    return rows;
  }

  /** Moves to the next row; one that was looked at already is not passed over. */
  boolean next() throws SQLException {
    boolean there = hasNext();
    if (there) {
      ahead = Ahead.UNKNOWN;
    }
    return there;
  }

  /** Whether another row follows. The row before it cannot be read any more. */
  boolean hasNext() throws SQLException {
    if (ahead == Ahead.UNKNOWN) {
      ahead = rows.next() ? Ahead.ROW : Ahead.END;
    }
    return ahead == Ahead.ROW;
  }

  /** The current row is to be given by {@link #next} once more. */
  void again() {
    ahead = Ahead.ROW;
  }

  /** Leaves out what follows. */
  void end() {
    ahead = Ahead.CUT;
  }

  /** Whether every row was taken, so that nothing is left between us and the server. */
  boolean isExhausted() {
    return ahead == Ahead.END;
  }

  private enum Ahead {
    UNKNOWN,
    ROW,
    END,
    CUT
  }
}
