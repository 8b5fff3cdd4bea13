package io.rehome.io.jdbc;

import io.rehome.io.ReadWatch;
import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import io.rehome.testdata.servers.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** An operator who ends all other sessions of the database as soon as a page was read. */
record CutAfterFirstPage(String url, String user, String password) implements ReadWatch {

  CutAfterFirstPage(Database database) {
    this(database.jdbcUrl(), database.user(), database.password());
  }

  @Override
  public void begins(KeyRange range) {}

  @Override
  public void took(Page page) {
    try (Connection connection = new Database(url, user, password).connect();
        Statement statement = connection.createStatement()) {
      if (url.startsWith("jdbc:postgresql")) {
        statement.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()");
      } else {
        kill(statement);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void kill(Statement statement) throws SQLException {
    List<Long> sessions = new ArrayList<>();
    try (ResultSet row =
        statement.executeQuery(
            "select id from information_schema.processlist"
                + " where db = database() and id <> connection_id()")) {
      while (row.next()) {
        sessions.add(row.getLong(1));
      }
    }
    for (long session : sessions) {
      statement.execute("kill connection " + session);
    }
  }
}
