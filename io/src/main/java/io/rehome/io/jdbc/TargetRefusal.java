package io.rehome.io.jdbc;

import io.rehome.model.Reason;
import io.rehome.model.Rejection;
import io.rehome.model.Stage;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Reads a failure of PostgreSQL as a rejection of the record that caused it. */
final class TargetRefusal {
  /**
   * Classes of SQL states that no record's content brings about: of connections, features, cursors,
   * transactions, accounts, names and rights, states of objects, operators, the system.
   */
  private static final Set<String> NOT_OF_DATA =
      Set.of(
          "08", "0A", "0B", "24", "25", "26", "28", "2B", "34", "3B", "3D", "3F", "40", "42", "53",
          "55", "57", "58", "72", "F0", "XX");

  private TargetRefusal() {}

  /** Whether a record's content may have caused this failure. */
  static boolean isOfData(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.length() == 5 && !NOT_OF_DATA.contains(state.substring(0, 2));
  }

  /**
   * The rejection of the one record that was sent. The server's detail is left out: it shows the
   * whole row. Its message may name a value; it is for the store, not for logs.
   */
  static Rejection of(SQLException e) {
    ServerErrorMessage said = said(e);
    return new Rejection(
        Stage.LOAD,
        reason(String.valueOf(e.getSQLState())),
        said == null ? "" : place(said),
        said == null ? "the target gave no reason" : orEmpty(said.getMessage()));
  }

  /** The column that the server names, or else its constraint. */
  private static String place(ServerErrorMessage said) {
    String column = orEmpty(said.getColumn());
    return column.isEmpty() ? orEmpty(said.getConstraint()) : column;
  }

  private static @Nullable ServerErrorMessage said(SQLException e) {
    return e instanceof PSQLException told ? told.getServerErrorMessage() : null;
  }

  private static Reason reason(String state) {
    return switch (state) {
      case "23502" -> Reason.NULL;
      case "22001" -> Reason.TOO_LONG;
      case "22003", "22008" -> Reason.OUT_OF_RANGE;
      case "22P02", "22P03", "22007", "22030", "22032" -> Reason.BAD_VALUE;
      case "22021", "22P05" -> Reason.BAD_TEXT;
      case "23505", "23P01" -> Reason.DUPLICATE;
      case "23503" -> Reason.PARENT_MISSING;
      case "54000" -> Reason.TOO_LARGE;
      default -> Reason.TARGET_REFUSED;
    };
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
