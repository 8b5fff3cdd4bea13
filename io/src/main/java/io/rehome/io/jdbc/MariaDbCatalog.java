package io.rehome.io.jdbc;

import io.rehome.io.Identity;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What MariaDB and MySQL tell of themselves. */
final class MariaDbCatalog {
  private static final int ACCESS_DENIED = 1227;
  private static final int SYNTAX_ERROR = 1064;

  private MariaDbCatalog() {}

  static List<SourceName> tables(Connection connection) throws SQLException {
    return Question.of(
            """
            select table_schema, table_name, table_schema = database()
            from information_schema.tables
            where table_schema not in ('mysql', 'information_schema', 'performance_schema', 'sys')
              and table_type in ('BASE TABLE', 'VIEW', 'SYSTEM VERSIONED')
            order by 3 desc, 1, 2""")
        .rows(connection, SourceName::of);
  }

  static Map<String, String> declaredTypes(Connection connection, SourceName table)
      throws SQLException {
    Map<String, String> types = new HashMap<>();
    Question.of(
            """
            select column_name, column_type from information_schema.columns
            where table_schema = ? and table_name = ?""",
            table.schema(),
            table.name())
        .rows(connection, row -> types.put(row.getString(1), row.getString(2)));
    return types;
  }

  static List<String> primaryKey(Connection connection, SourceName table) throws SQLException {
    return Question.of(
            """
            select column_name from information_schema.statistics
            where table_schema = ? and table_name = ? and index_name = 'PRIMARY'
            order by seq_in_index""",
            table.schema(),
            table.name())
        .rows(connection, row -> row.getString(1));
  }

  static Optional<SourceStatistics> statistics(Connection connection, SourceName table)
      throws SQLException {
    return Question.of(
            """
            select table_rows, data_length from information_schema.tables
            where table_schema = ? and table_name = ? and table_rows > 0""",
            table.schema(),
            table.name())
        .row(connection, row -> new SourceStatistics(row.getLong(1), row.getLong(2)));
  }

  /** A server has an id of its own (MySQL, newer MariaDB), or is known by its place. */
  static Identity identity(Connection connection) throws SQLException {
    Map<String, String> known = new HashMap<>();
    Question.of(
            """
            show global variables where variable_name in
              ('server_uid', 'server_uuid', 'hostname', 'port', 'datadir', 'server_id')""")
        .rows(connection, row -> known.put(row.getString(1), row.getString(2)));
    String database =
        Question.of("select database()").row(connection, row -> row.getString(1)).orElse("");
    return new Identity("mariadb " + server(known), database);
  }

  private static String server(Map<String, String> known) {
    String id = known.getOrDefault("server_uid", known.getOrDefault("server_uuid", ""));
    return id.isEmpty()
        ? List.of("hostname", "port", "datadir", "server_id").stream()
            .map(name -> known.getOrDefault(name, ""))
            .toList()
            .toString()
        : id;
  }

  static Optional<Duration> lag(Connection connection) throws SQLException {
    try {
      return lag(connection, "show replica status", "Seconds_Behind_Source");
    } catch (SQLException e) {
      return switch (e.getErrorCode()) {
        case SYNTAX_ERROR -> lag(connection, "show slave status", "Seconds_Behind_Master");
        case ACCESS_DENIED -> Optional.empty();
        default -> throw e;
      };
    }
  }

  private static Optional<Duration> lag(Connection connection, String sql, String column)
      throws SQLException {
    return Question.of(sql).row(connection, row -> secondsBehind(row, column)).flatMap(it -> it);
  }

  /** MariaDB kept the old name of the column under the new name of the statement. */
  private static Optional<Duration> secondsBehind(java.sql.ResultSet row, String column)
      throws SQLException {
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      String label = row.getMetaData().getColumnLabel(i);
      if (label.equals(column) || label.equals("Seconds_Behind_Master")) {
        return Optional.ofNullable(row.getString(i)).map(Long::valueOf).map(Duration::ofSeconds);
      }
    }
    return Optional.empty();
  }
}
