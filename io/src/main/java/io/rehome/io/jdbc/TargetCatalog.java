package io.rehome.io.jdbc;

import io.rehome.io.UnknownName;
import io.rehome.model.TargetColumn;
import io.rehome.model.TargetTable;
import io.rehome.model.TargetTable.ForeignKey;
import io.rehome.model.TargetTable.Timing;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads PostgreSQL's catalog for what may be written to. */
final class TargetCatalog {
  /** Ordinary and partitioned tables that this account may see into. */
  private static final String TABLES =
      """
      select n.nspname, c.relname,
             case when pg_table_is_visible(c.oid) then c.relname
                  else n.nspname || '.' || c.relname end
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p')
        and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      order by pg_table_is_visible(c.oid) desc, 1, 2
      """;

  private static final String INDEXES =
      """
      select array(select cast(a.attname as text)
                   from unnest(i.indkey) with ordinality as k (attnum, position)
                   join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
                   where k.position <= i.indnkeyatts
                   order by k.position)
      from pg_index i
      where i.indrelid = cast(? as regclass) and i.indisunique and i.indisvalid
        and i.indpred is null and i.indexprs is null and i.indisprimary = cast(? as boolean)
      order by i.indexrelid
      """;

  private static final String FOREIGN_KEYS =
      """
      select array(select cast(a.attname as text)
                   from unnest(f.conkey) with ordinality as k (attnum, position)
                   join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.attnum
                   order by k.position),
             case when pg_table_is_visible(p.oid) then p.relname
                  else n.nspname || '.' || p.relname end,
             f.condeferrable
      from pg_constraint f
      join pg_class p on p.oid = f.confrelid
      join pg_namespace n on n.oid = p.relnamespace
      where f.conrelid = cast(? as regclass) and f.contype = 'f'
      order by f.conname
      """;

  private static final String UNDEFINED_TABLE = "42P01";

  private final Connection connection;

  TargetCatalog(Connection connection) {
    this.connection = connection;
  }

  List<SourceName> tables() throws SQLException {
    return Question.of(TABLES)
        .rows(
            connection,
            row -> new SourceName(row.getString(1), row.getString(2), row.getString(3)));
  }

  /** The quoted name of a table that was described before. */
  static String quoted(Connection connection, TargetTable table) throws SQLException {
    return new TargetCatalog(connection)
        .find(table.name())
        .map(PgNames::quote)
        .orElseThrow(() -> new SQLException("no table " + table.name(), UNDEFINED_TABLE));
  }

  /** The table of this name; of several, the one that the search path shows. */
  private Optional<SourceName> find(String table) throws SQLException {
    return tables().stream().filter(name -> name.isCalled(table)).findFirst();
  }

  TargetTable describe(String table) throws SQLException, UnknownName {
    List<SourceName> tables = tables();
    SourceName name =
        tables.stream()
            .filter(known -> known.isCalled(table))
            .findFirst()
            .orElseThrow(
                () ->
                    new UnknownName(
                        "the target has no table " + table,
                        tables.stream().map(SourceName::shown).toList()));
    return describe(table, PgNames.quote(name));
  }

  private TargetTable describe(String shown, String quoted) throws SQLException {
    List<List<String>> primary = indexes(quoted, "true");
    return new TargetTable(
        shown,
        columns(quoted),
        primary.isEmpty() ? List.of() : primary.get(0),
        indexes(quoted, "false"),
        Question.of(FOREIGN_KEYS, quoted).rows(connection, TargetCatalog::foreignKey));
  }

  private List<TargetColumn> columns(String quoted) throws SQLException {
    return Question.of(TargetColumns.SQL, quoted).rows(connection, TargetColumns::read);
  }

  private List<List<String>> indexes(String quoted, String primary) throws SQLException {
    return Question.of(INDEXES, quoted, primary).rows(connection, row -> names(row, 1));
  }

  private static ForeignKey foreignKey(ResultSet row) throws SQLException {
    return new ForeignKey(
        names(row, 1), row.getString(2), row.getBoolean(3) ? Timing.DEFERRABLE : Timing.IMMEDIATE);
  }

  private static List<String> names(ResultSet row, int column) throws SQLException {
    Array array = row.getArray(column);
    return Arrays.asList((String[]) array.getArray());
  }
}
