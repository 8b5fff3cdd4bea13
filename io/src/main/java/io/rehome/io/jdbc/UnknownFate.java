package io.rehome.io.jdbc;

import java.sql.SQLException;

/** The commit was sent and no answer came: the work may have been done, or not, or soon. */
final class UnknownFate extends SQLException {
  private static final long serialVersionUID = 1;

  UnknownFate(SQLException cause) {
    super("the commit was not answered", cause.getSQLState(), cause);
  }
}
