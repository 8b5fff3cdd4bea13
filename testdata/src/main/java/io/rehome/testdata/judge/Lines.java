package io.rehome.testdata.judge;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** The rows of a query in the order of the bytes of their keys, never all in memory. */
final class Lines implements AutoCloseable {
  private static final int PAGE = 1_000;

  private final Statement statement;
  private final ResultSet rows;

  private Lines(Statement statement, ResultSet rows) {
    this.statement = statement;
    this.rows = rows;
  }

  /** In this connection, outside of auto-commit: PostgreSQL's driver reads page by page only so. */
  static Lines of(Connection connection, String query) throws SQLException {
    connection.setAutoCommit(false);
    Statement statement = connection.createStatement();
    statement.setFetchSize(PAGE);
    return new Lines(statement, statement.executeQuery(query));
  }

  Optional<Line> next() throws SQLException {
    return rows.next() ? Optional.of(Line.of(rows)) : Optional.empty();
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
