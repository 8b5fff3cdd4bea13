package io.rehome.io.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Sends rows by PostgreSQL's binary COPY: the cheapest way in, and all or nothing. */
public final class PgCopy {
  private static final int CHUNK = 1 << 20;

  private PgCopy() {}

  /**
   * Runs {@code copy ... from stdin (format binary)} within the connection's transaction. A row
   * that the table refuses fails all of them, and with them the transaction: set a savepoint where
   * it is to go on. The rows stay as they are.
   *
   * @return how many rows went in
   */
  public static long copy(Connection connection, String statement, PgCopyRows rows)
      throws SQLException {
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
    try {
      send(copy, rows.content());
      return copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /** In chunks: the server keeps a whole message in memory. The format's trailer is optional. */
  private static void send(CopyIn copy, PgCopyBuffer content) throws SQLException {
    for (int at = 0; at < content.size(); at += CHUNK) {
      copy.writeToCopy(content.array(), at, Math.min(CHUNK, content.size() - at));
    }
  }
}
