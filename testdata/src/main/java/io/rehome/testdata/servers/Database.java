package io.rehome.testdata.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** One database of a server and the account to use it with. */
public record Database(String jdbcUrl, String user, String password) {
  /** A new connection; the caller closes it. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, user, password);
  }

  public Database as(String newUser, String newPassword) {
    return new Database(jdbcUrl, newUser, newPassword);
  }

  public boolean isMariaDb() {
    return jdbcUrl.startsWith("jdbc:mariadb:");
  }

  public String name() {
    return jdbcUrl.substring(jdbcUrl.lastIndexOf('/') + 1);
  }

  /**
   * Executes the statements one after the other in one connection.
   *
   * @throws IllegalStateException with the statement that failed
   */
  public void execute(String... statements) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        execute(statement, sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot connect to " + jdbcUrl, e);
    }
  }

  private static void execute(Statement statement, String sql) {
    try {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage() + " in: " + sql, e);
    }
  }
}
