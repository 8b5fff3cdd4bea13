package io.rehome.io.jdbc;

import static java.util.stream.Collectors.joining;

import io.rehome.io.DatabaseAddress;
import io.rehome.io.Identity;
import io.rehome.io.Source;
import io.rehome.model.Bytes;
import io.rehome.model.SourceColumn;
import io.rehome.model.SourceType;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB and MySQL. Values come in the text protocol; dates and times are selected as text,
 * because the driver turns them into others, and floats as doubles, because the server shortens
 * them.
 */
public final class MariaDbSourceDialect implements SourceDialect {
  private static final long serialVersionUID = 1;
  private static final Map<String, SourceType> TYPES =
      Map.ofEntries(
          Map.entry("TINYINT", SourceType.INTEGER),
          Map.entry("SMALLINT", SourceType.INTEGER),
          Map.entry("MEDIUMINT", SourceType.INTEGER),
          Map.entry("INTEGER", SourceType.INTEGER),
          Map.entry("BIGINT", SourceType.INTEGER),
          Map.entry("YEAR", SourceType.INTEGER),
          Map.entry("BIT", SourceType.INTEGER),
          Map.entry("DECIMAL", SourceType.DECIMAL),
          Map.entry("FLOAT", SourceType.FLOAT),
          Map.entry("DOUBLE", SourceType.DOUBLE),
          Map.entry("DATE", SourceType.DATE),
          Map.entry("TIME", SourceType.TIME),
          Map.entry("DATETIME", SourceType.DATETIME),
          Map.entry("TIMESTAMP", SourceType.INSTANT),
          Map.entry("JSON", SourceType.JSON),
          Map.entry("UUID", SourceType.UUID));

  @Override
  public boolean accepts(String jdbcUrl) {
    return Engine.MARIADB.accepts(jdbcUrl);
  }

  @Override
  public Source open(DatabaseAddress address) {
    return JdbcSource.at(address, this);
  }

  @Override
  public String quote(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  @Override
  public List<SourceName> tables(Connection connection) throws SQLException {
    return MariaDbCatalog.tables(connection);
  }

  @Override
  public Map<String, String> declaredTypes(Connection connection, SourceName table)
      throws SQLException {
    return MariaDbCatalog.declaredTypes(connection, table);
  }

  @Override
  public List<String> primaryKey(Connection connection, SourceName table) throws SQLException {
    return MariaDbCatalog.primaryKey(connection, table);
  }

  @Override
  public Optional<SourceStatistics> statistics(Connection connection, SourceName table)
      throws SQLException {
    return MariaDbCatalog.statistics(connection, table);
  }

  /** The server streams whatever this is, and one row at a time is as fast (measured). */
  @Override
  public int fetchSize(long rowBytes) {
    return 1;
  }

  @Override
  public SourceType type(ResultSetMetaData result, int position) throws SQLException {
    String name = result.getColumnTypeName(position).toUpperCase(Locale.ROOT);
    SourceType known = TYPES.get(name.replace(" UNSIGNED", ""));
    if (known != null) {
      return known;
    }
    return switch (result.getColumnType(position)) {
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> SourceType.BYTES;
      case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> SourceType.TEXT;
      default -> SourceType.OTHER;
    };
  }

  @Override
  public String selected(SourceColumn column) {
    String name = quote(column.name());
    return switch (column.type()) {
      case DATE, TIME, DATETIME, INSTANT -> "cast(" + name + " as char)";
      case FLOAT -> "1e0 * " + name;
      default -> name;
    };
  }

  @Override
  public ColumnReader reader(SourceColumn column) {
    return switch (column.type()) {
      case INTEGER -> integer(column.typeName().toLowerCase(Locale.ROOT));
      case DECIMAL -> ColumnReader.ofText(ExactNumbers::decimal);
      case DOUBLE -> ColumnReader.ofText(Double::valueOf);
      case FLOAT -> ColumnReader.ofText(Float::valueOf);
      case DATE -> ColumnReader.ofText(ExactTimes::date);
      case TIME -> ColumnReader.ofText(ExactTimes::time);
      case DATETIME -> ColumnReader.ofText(ExactTimes::dateTime);
      case INSTANT -> ColumnReader.ofText(ExactTimes::instant);
      case UUID -> ColumnReader.ofText(java.util.UUID::fromString);
      case BYTES -> MariaDbSourceDialect::bytes;
      case BOOLEAN, TEXT, JSON, OTHER -> ExactText::read;
    };
  }

  private static ColumnReader integer(String declared) {
    if (declared.startsWith("bit")) {
      return ExactNumbers::bits;
    }
    return declared.startsWith("bigint") && declared.contains("unsigned")
        ? ColumnReader.ofText(ExactNumbers::integer)
        : ExactNumbers::signed;
  }

  private static @Nullable Object bytes(java.sql.ResultSet row, int position) throws SQLException {
    byte[] bytes = row.getBytes(position);
    return bytes == null ? null : new Bytes(bytes);
  }

  /** ENUM and SET compare as text and order by number: they are made text for both. */
  @Override
  public String comparable(SourceColumn column) {
    String declared = column.typeName().toLowerCase(Locale.ROOT);
    String name = quote(column.name());
    return declared.startsWith("enum") || declared.startsWith("set")
        ? "cast(" + name + " as char)"
        : name;
  }

  @Override
  public String parameter(SourceColumn column) {
    return "?";
  }

  @Override
  public void bind(
      PreparedStatement statement, int position, SourceColumn column, @Nullable String text)
      throws SQLException {
    if (text == null) {
      statement.setNull(position, Types.VARCHAR);
      return;
    }
    switch (column.type()) {
      case INTEGER, DECIMAL -> statement.setBigDecimal(position, new BigDecimal(text));
      case DOUBLE, FLOAT -> statement.setDouble(position, Double.parseDouble(text));
      case BYTES -> statement.setBytes(position, HexFormat.of().parseHex(text));
      case DATETIME, INSTANT -> statement.setString(position, KeyTimes.spaced(text));
      default -> statement.setString(position, text);
    }
  }

  /** Bytes, because columns of different collations cannot be put together as text. */
  @Override
  public String bucket(List<SourceColumn> columns, int buckets) {
    return columns.stream()
        .map(column -> "cast(" + quote(column.name()) + " as binary)")
        .collect(
            joining(", ", "(coalesce(crc32(concat_ws(',', ", ")), 0) & " + (buckets - 1) + ")"));
  }

  @Override
  public String verbatim(String sql) {
    return sql;
  }

  @Override
  public NullKeys nullKeys() {
    return NullKeys.FIRST;
  }

  @Override
  public Identity identity(Connection connection) throws SQLException {
    return MariaDbCatalog.identity(connection);
  }

  @Override
  public Optional<Duration> lag(Connection connection) throws SQLException {
    return MariaDbCatalog.lag(connection);
  }
}
