package io.rehome.testdata.peers;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/** PostgreSQL's COPY out of one server and into another: bytes that nobody looks at. */
public final class CopyPipe {
  private CopyPipe() {}

  /**
   * Copies.
   *
   * @param arguments the format, {@code text} or {@code binary}; URL and user of the source, which
   *     has the target's table, and of the target
   */
  public static void main(String[] arguments) throws SQLException {
    String form = " with (format " + arguments[0] + ")";
    try (Connection source = Place.in(arguments, 1).connect();
        Connection target = Place.in(arguments, 3).connect()) {
      CopyOut out = copy(source).copyOut("copy notices to stdout" + form);
      carry(out, copy(target).copyIn("copy notices from stdin" + form));
    }
  }

  private static CopyManager copy(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  private static void carry(CopyOut out, CopyIn in) throws SQLException {
    for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
      in.writeToCopy(row, 0, row.length);
    }
    in.endCopy();
  }
}
