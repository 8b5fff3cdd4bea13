package io.rehome.io.jdbc;

import static java.util.stream.Collectors.joining;

import io.rehome.io.DatabaseAddress;
import io.rehome.io.Identity;
import io.rehome.io.Source;
import io.rehome.model.Bytes;
import io.rehome.model.SourceColumn;
import io.rehome.model.SourceType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL. Values come as the text that the server writes, and are parsed here. A server that
 * does not know its encoding (SQL_ASCII) and holds bytes that are no UTF-8 refuses the query.
 */
public final class PostgresSourceDialect implements SourceDialect {
  private static final long serialVersionUID = 1;
  private static final long MOST_FETCHED_ROWS = 1000;
  private static final long FETCHED_BYTES = 8 << 20;
  private static final Map<String, SourceType> TYPES =
      Map.ofEntries(
          Map.entry("int2", SourceType.INTEGER),
          Map.entry("int4", SourceType.INTEGER),
          Map.entry("int8", SourceType.INTEGER),
          Map.entry("smallserial", SourceType.INTEGER),
          Map.entry("serial", SourceType.INTEGER),
          Map.entry("bigserial", SourceType.INTEGER),
          Map.entry("numeric", SourceType.DECIMAL),
          Map.entry("float4", SourceType.FLOAT),
          Map.entry("float8", SourceType.DOUBLE),
          Map.entry("bool", SourceType.BOOLEAN),
          Map.entry("text", SourceType.TEXT),
          Map.entry("varchar", SourceType.TEXT),
          Map.entry("bpchar", SourceType.TEXT),
          Map.entry("citext", SourceType.TEXT),
          Map.entry("name", SourceType.TEXT),
          Map.entry("json", SourceType.JSON),
          Map.entry("jsonb", SourceType.JSON),
          Map.entry("bytea", SourceType.BYTES),
          Map.entry("date", SourceType.DATE),
          Map.entry("time", SourceType.TIME),
          Map.entry("timestamp", SourceType.DATETIME),
          Map.entry("timestamptz", SourceType.INSTANT),
          Map.entry("uuid", SourceType.UUID));

  @Override
  public boolean accepts(String jdbcUrl) {
    return Engine.POSTGRES.accepts(jdbcUrl);
  }

  @Override
  public Source open(DatabaseAddress address) {
    return JdbcSource.at(address, this);
  }

  @Override
  public String quote(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  @Override
  public List<SourceName> tables(Connection connection) throws SQLException {
    return PostgresSourceCatalog.tables(connection);
  }

  @Override
  public Map<String, String> declaredTypes(Connection connection, SourceName table)
      throws SQLException {
    return PostgresSourceCatalog.declaredTypes(connection, table);
  }

  @Override
  public List<String> primaryKey(Connection connection, SourceName table) throws SQLException {
    return PostgresSourceCatalog.primaryKey(connection, table);
  }

  @Override
  public Optional<SourceStatistics> statistics(Connection connection, SourceName table)
      throws SQLException {
    return PostgresSourceCatalog.statistics(connection, table);
  }

  /** Each fetch is a round trip: a thousand rows where they are small. */
  @Override
  public int fetchSize(long rowBytes) {
    return (int) Math.max(1, Math.min(MOST_FETCHED_ROWS, FETCHED_BYTES / rowBytes));
  }

  @Override
  public SourceType type(ResultSetMetaData result, int position) throws SQLException {
    SourceType known = TYPES.get(result.getColumnTypeName(position));
    if (known != null) {
      return known;
    }
    // The driver calls an enum a VARCHAR; its labels are text.
    return result.getColumnType(position) == Types.VARCHAR ? SourceType.TEXT : SourceType.OTHER;
  }

  @Override
  public String selected(SourceColumn column) {
    return quote(column.name());
  }

  @Override
  public ColumnReader reader(SourceColumn column) {
    return switch (column.type()) {
      case INTEGER -> ExactNumbers::signed;
      case DECIMAL -> ColumnReader.ofText(ExactNumbers::decimal);
      case DOUBLE -> ColumnReader.ofText(Double::valueOf);
      case FLOAT -> ColumnReader.ofText(Float::valueOf);
      case BOOLEAN -> ColumnReader.ofText("t"::equals);
      case DATE -> ColumnReader.ofText(ExactTimes::date);
      case TIME -> ColumnReader.ofText(ExactTimes::time);
      case DATETIME -> ColumnReader.ofText(ExactTimes::dateTime);
      case INSTANT -> ColumnReader.ofText(ExactTimes::instant);
      case UUID -> ColumnReader.ofText(java.util.UUID::fromString);
      case BYTES -> PostgresSourceDialect::bytes;
      case TEXT, JSON, OTHER -> ResultSet::getString;
    };
  }

  private static @Nullable Object bytes(ResultSet row, int position) throws SQLException {
    byte[] bytes = row.getBytes(position);
    return bytes == null ? null : new Bytes(bytes);
  }

  @Override
  public String comparable(SourceColumn column) {
    return quote(column.name());
  }

  /** A cast keeps the index in use; the type's own length is left out, since a cast would cut. */
  @Override
  public String parameter(SourceColumn column) {
    return "cast(? as " + type(column) + ")";
  }

  private static String type(SourceColumn column) {
    return switch (column.type()) {
      case INTEGER -> "int8";
      case DECIMAL -> "numeric";
      case DOUBLE -> "float8";
      case FLOAT -> "float4";
      case BOOLEAN -> "bool";
      case BYTES -> "bytea";
      case DATE -> "date";
      case TIME -> "time";
      case DATETIME -> "timestamp";
      case INSTANT -> "timestamptz";
      case UUID -> "uuid";
      case TEXT, JSON, OTHER -> textual(column.typeName().replaceAll("\\(.*\\)", ""));
    };
  }

  private static String textual(String declared) {
    return switch (declared) {
      case "character varying", "varchar", "name" -> "text";
      case "character", "char" -> "bpchar";
      case "bit" -> "varbit";
      default -> declared;
    };
  }

  @Override
  public void bind(
      PreparedStatement statement, int position, SourceColumn column, @Nullable String text)
      throws SQLException {
    if (text == null) {
      statement.setNull(position, Types.OTHER);
    } else {
      String value = column.type() == SourceType.BYTES ? "\\x" + text : text;
      statement.setObject(position, value, Types.OTHER);
    }
  }

  @Override
  public String bucket(List<SourceColumn> columns, int buckets) {
    return columns.stream()
        .map(column -> "coalesce(cast(" + quote(column.name()) + " as text), '')")
        .collect(joining(" || ',' || ", "(hashtext(", ") & " + (buckets - 1) + ")"));
  }

  /** The driver takes a question mark outside of quotes for a parameter, unless it is doubled. */
  @Override
  public String verbatim(String sql) {
    StringBuilder text = new StringBuilder(sql.length());
    char quote = 0;
    for (int i = 0; i < sql.length(); i++) {
      char c = sql.charAt(i);
      if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
      text.append(c == '?' && quote == 0 ? "??" : String.valueOf(c));
    }
    return text.toString();
  }

  @Override
  public NullKeys nullKeys() {
    return NullKeys.LAST;
  }

  @Override
  public Identity identity(Connection connection) throws SQLException {
    return PostgresIdentity.of(connection);
  }

  @Override
  public Optional<Duration> lag(Connection connection) throws SQLException {
    return PostgresSourceCatalog.lag(connection);
  }
}
