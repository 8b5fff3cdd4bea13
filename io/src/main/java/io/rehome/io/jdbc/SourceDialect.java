package io.rehome.io.jdbc;

import io.rehome.io.Identity;
import io.rehome.io.SourceProvider;
import io.rehome.model.SourceColumn;
import io.rehome.model.SourceType;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What differs between the engines that we read. A new engine is one class and a services line. */
interface SourceDialect extends SourceProvider, Serializable {

  /** The name as an identifier of this engine, whatever characters it holds. */
  String quote(String name);

  /** All tables and views that this account sees, those that need no schema first. */
  List<SourceName> tables(Connection connection) throws SQLException;

  /** The type of each of the table's columns as it was declared. */
  Map<String, String> declaredTypes(Connection connection, SourceName table) throws SQLException;

  /** The columns of the table's primary key, in its order. */
  List<String> primaryKey(Connection connection, SourceName table) throws SQLException;

  /** What the statistics say of a table; empty where they say nothing. */
  Optional<SourceStatistics> statistics(Connection connection, SourceName table)
      throws SQLException;

  /** How many rows the driver may hold at once, where about so many bytes are a row. */
  int fetchSize(long rowBytes);

  /** The kind of a column of a result. */
  SourceType type(ResultSetMetaData result, int position) throws SQLException;

  /** The expression that selects a column so that its {@link #reader} sees it exactly. */
  String selected(SourceColumn column);

  /** Reads what {@link #selected} selects. */
  ColumnReader reader(SourceColumn column);

  /** The expression by which a key's column is compared and ordered: the two must agree. */
  String comparable(SourceColumn column);

  /** The parameter that stands for a value of a key's column. */
  String parameter(SourceColumn column);

  /**
   * Sets a {@link #parameter} to the value that a key's text stands for; null where the condition
   * does not look at it.
   */
  void bind(PreparedStatement statement, int position, SourceColumn column, @Nullable String text)
      throws SQLException;

  /** A number from 0 to {@code buckets - 1} that is the same for equal rows; a power of two. */
  String bucket(List<SourceColumn> columns, int buckets);

  /** SQL of the plan as it is to stand in a prepared statement with parameters. */
  String verbatim(String sql);

  /** Where rows stand whose key is NULL. */
  NullKeys nullKeys();

  /** Which database a connection leads to. */
  Identity identity(Connection connection) throws SQLException;

  /** How far a replica is behind; empty where it is none. */
  Optional<Duration> lag(Connection connection) throws SQLException;
}
