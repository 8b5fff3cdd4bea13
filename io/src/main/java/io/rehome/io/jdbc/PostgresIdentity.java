package io.rehome.io.jdbc;

import io.rehome.io.Identity;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/**
 * Which PostgreSQL database a connection leads to, whatever its URL. Source, target and store ask
 * here, so that their answers can be compared.
 */
public final class PostgresIdentity {
  private static final String NOT_PERMITTED = "42501";

  private PostgresIdentity() {}

  /** The identity; the connection's transaction goes on. */
  public static Identity of(Connection connection) throws SQLException {
    String database = ask(connection, "select current_database()");
    return new Identity("postgresql " + server(connection), database);
  }

  /** The cluster's own number, which its replicas share; else where it listens and since when. */
  private static String server(Connection connection) throws SQLException {
    Savepoint before = connection.getAutoCommit() ? null : connection.setSavepoint();
    try {
      return ask(connection, "select system_identifier::text from pg_control_system()");
    } catch (SQLException e) {
      if (!NOT_PERMITTED.equals(e.getSQLState())) {
        throw e;
      }
      if (before != null) {
        connection.rollback(before);
      }
      return ask(
          connection,
          "select concat_ws(' ', inet_server_addr(), inet_server_port(), pg_postmaster_start_time())");
    }
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    return Question.of(sql).row(connection, row -> row.getString(1)).orElseThrow();
  }
}
