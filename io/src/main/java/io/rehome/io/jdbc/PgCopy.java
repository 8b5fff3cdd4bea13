package io.rehome.io.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Sends rows by PostgreSQL's binary COPY: the cheapest way in, and all or nothing. */
public final class PgCopy {
  private PgCopy() {}

  /** Appends rows. */
  @FunctionalInterface
  public interface Filling {
    void fill(PgCopyRows rows) throws SQLException;
  }

  /**
   * Runs {@code copy ... from stdin (format binary)} within the connection's transaction. Rows are
   * sent while they are filled in, about a megabyte at a time: the server works meanwhile, and
   * neither side ever has all of them, or the whole of a huge value, in memory. A row that the
   * table refuses, or that cannot be filled in, fails all of them, and with them the transaction:
   * set a savepoint where it is to go on.
   *
   * @param rows where they are filled in; what is in there is forgotten
   * @return how many rows went in
   */
  public static long copy(Connection connection, String statement, PgCopyRows rows, Filling filling)
      throws SQLException {
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
    try {
      rows.clear((bytes, length) -> copy.writeToCopy(bytes, 0, length));
      filling.fill(rows);
      rows.end(); // the format's trailer is optional
      return copy.endCopy();
    } catch (PgCopyBuffer.Clogged e) {
      throw e.refusal();
    } finally {
      rows.clear();
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }
}
