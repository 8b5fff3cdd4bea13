package io.rehome.io.jdbc;

import io.rehome.io.UnknownName;
import io.rehome.model.SourceColumn;
import io.rehome.model.SourceTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds tables, columns and keys in a source's catalog. */
final class SourceCatalog {
  private static final String NOTHING = "1 = 0";

  private final SourceDialect dialect;
  private final Connection connection;

  SourceCatalog(SourceDialect dialect, Connection connection) {
    this.dialect = dialect;
    this.connection = connection;
  }

  List<String> names() throws SQLException {
    return dialect.tables(connection).stream().map(SourceName::shown).toList();
  }

  SourceTable describe(
      String entity, SourceTable.From from, Optional<String> where, List<String> key)
      throws SQLException, UnknownName {
    SourceTable bare = new SourceTable(entity, from, "", columns(entity, from), List.of());
    List<String> names = key.isEmpty() ? primaryKey(from) : key;
    SourceTable keyed =
        new SourceTable(entity, from, where.orElse(""), bare.columns(), chosen(bare, names));
    tryOut(keyed);
    return keyed;
  }

  /** How a described table's rows are selected; without names, all columns. */
  Selection selection(SourceTable table, List<String> columns) throws SQLException {
    return Selection.of(dialect, table, relation(table.from()), columns);
  }

  /** What the statistics say; nothing is known of a query. */
  Optional<SourceStatistics> statistics(SourceTable.From from) throws SQLException {
    Optional<SourceName> name = found(from);
    return name.isPresent() ? dialect.statistics(connection, name.get()) : Optional.empty();
  }

  private List<SourceColumn> columns(String entity, SourceTable.From from)
      throws SQLException, UnknownName {
    Optional<SourceName> name = known(from);
    Map<String, String> declared =
        name.isPresent() ? dialect.declaredTypes(connection, name.get()) : Map.of();
    SourceTable nothing = new SourceTable(entity, from, "", List.of(), List.of());
    try (PreparedStatement statement =
            connection.prepareStatement(selection(nothing, List.of()).select("*", NOTHING));
        ResultSet result = statement.executeQuery()) {
      return columns(result.getMetaData(), declared);
    } catch (SQLException e) {
      throw refused("from", e);
    }
  }

  private List<SourceColumn> columns(ResultSetMetaData result, Map<String, String> declared)
      throws SQLException {
    List<SourceColumn> columns = new ArrayList<>();
    for (int i = 1; i <= result.getColumnCount(); i++) {
      String name = result.getColumnLabel(i);
      String type = result.getColumnTypeName(i).toLowerCase(Locale.ROOT);
      columns.add(
          new SourceColumn(name, dialect.type(result, i), declared.getOrDefault(name, type)));
    }
    return columns;
  }

  /** Lets the database look at the whole statement, so that it can refuse what it does not know. */
  private void tryOut(SourceTable table) throws SQLException, UnknownName {
    String sql = selection(table, List.of()).rows(NOTHING);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeQuery().close();
    } catch (SQLException e) {
      throw refused(table.condition().isPresent() ? "where" : "key", e);
    }
  }

  private static UnknownName refused(String what, SQLException e) throws SQLException {
    if (SqlOutages.isOutage(e)) {
      throw e;
    }
    String message = String.valueOf(e.getMessage()).replaceFirst("^\\(conn=\\d+\\) ", "");
    return new UnknownName("the source refuses " + what + ": " + message, List.of());
  }

  private static List<SourceColumn> chosen(SourceTable table, List<String> names)
      throws UnknownName {
    List<SourceColumn> chosen = new ArrayList<>();
    for (String name : names) {
      chosen.add(column(table, name));
    }
    return chosen;
  }

  private static SourceColumn column(SourceTable table, String name) throws UnknownName {
    return table.columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                unknown("column", name, table.columns().stream().map(SourceColumn::name).toList()));
  }

  private List<String> primaryKey(SourceTable.From from) throws SQLException {
    Optional<SourceName> name = found(from);
    return name.isPresent() ? dialect.primaryKey(connection, name.get()) : List.of();
  }

  private String relation(SourceTable.From from) throws SQLException {
    Optional<SourceName> name = found(from);
    if (from instanceof SourceTable.From.Table table && name.isEmpty()) {
      throw new IllegalStateException("the source has no table " + table.name() + " any more");
    }
    return name.map(it -> dialect.quote(it.schema()) + "." + dialect.quote(it.name())).orElse("");
  }

  private Optional<SourceName> known(SourceTable.From from) throws SQLException, UnknownName {
    Optional<SourceName> name = found(from);
    if (from instanceof SourceTable.From.Table table && name.isEmpty()) {
      throw unknown("table", table.name(), names());
    }
    if (from instanceof SourceTable.From.Query query && !query.sql().contains(Selection.RANGE)) {
      throw unknown("place for the key's interval in the query: write", Selection.RANGE, List.of());
    }
    return name;
  }

  private static UnknownName unknown(String what, String name, List<String> known) {
    return new UnknownName("the source has no " + what + " " + name, known);
  }

  private Optional<SourceName> found(SourceTable.From from) throws SQLException {
    if (from instanceof SourceTable.From.Table table) {
      return dialect.tables(connection).stream()
          .filter(name -> name.isCalled(table.name()))
          .findFirst();
    }
    return Optional.empty();
  }
}
