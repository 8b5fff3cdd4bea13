package io.rehome.testdata.peers;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** PostgreSQL's own COPY of a text file that is on its machine already. */
public final class CopyFile {
  private CopyFile() {}

  /**
   * Copies.
   *
   * @param arguments the file; URL and user of the target
   */
  public static void main(String[] arguments) throws SQLException {
    try (Connection connection = Place.in(arguments, 1).connect();
        Statement statement = connection.createStatement()) {
      statement.execute("copy notices from '" + arguments[0] + "'");
    }
  }
}
