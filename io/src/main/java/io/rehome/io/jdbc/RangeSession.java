package io.rehome.io.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database as JdbcIO sees it. JdbcIO keeps one connection for a whole bundle, neither commits
 * nor rolls back between ranges, and reads every result set to its end; here each statement has a
 * pooled connection and a transaction of its own, which end with it, and a result set can be ended
 * early. It also gives JdbcIO a name in place of the query, because JdbcIO 2.70 prints a line to
 * standard output for each query that it can parse.
 */
final class RangeSession {
  private final String server;
  private final SourceConnections connections;
  private final Connection connection;
  private final PreparedStatement statement;
  private @Nullable OpenRange open;

  private RangeSession(String server, SourceConnections connections, String sql)
      throws SQLException {
    this.server = server;
    this.connections = connections;
    this.connection = connections.take();
    try {
      connection.setAutoCommit(false);
      statement = connection.prepareStatement(sql);
    } catch (SQLException e) {
      connections.discard(connection);
      throw e;
    }
  }

  /** A data source whose statements all are this query. */
  static DataSource dataSource(String server, SourceConnections connections, String sql) {
    Connection connection =
        Overlay.of(
            server,
            Connection.class,
            Map.of(
                "prepareStatement",
                    arguments -> new RangeSession(server, connections, sql).statement(),
                "setAutoCommit", arguments -> null,
                "close", arguments -> null),
            null);
    return Overlay.of(
        server, DataSource.class, Map.of("getConnection", arguments -> connection), null);
  }

  private PreparedStatement statement() {
    return Overlay.of(
        server,
        PreparedStatement.class,
        Map.of("executeQuery", arguments -> execute(), "close", arguments -> close()),
        statement);
  }

  private ResultSet execute() throws SQLException {
    OpenRange range = new OpenRange(statement.executeQuery());
    open = range;
    return Overlay.of(
        server,
        ResultSet.class,
        Map.of(
            "next", arguments -> range.next(),
            "unwrap", arguments -> range,
            "close", arguments -> null),
        null);
  }

  /** What is left of a range could be large: then it is not read, and the connection is cut. */
  private @Nullable Object close() throws SQLException {
    if (open != null && open.isExhausted()) {
      connections.giveBack(connection);
    } else {
      connections.discard(connection);
    }
    return null;
  }
}
