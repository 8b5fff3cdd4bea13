package io.rehome.io.jdbc;

import io.rehome.io.jdbc.TableSql.Uniqueness;
import io.rehome.model.DocumentShape;
import java.sql.Connection;
import java.sql.SQLException;

/** A shape and the statements that load it. */
record TargetTableSql(DocumentShape shape, TableSql sql) {
  private static final String DEFERRABLE =
      """
      select exists (select from pg_index i
                     where i.indrelid = cast(? as regclass) and i.indisunique
                       and not i.indimmediate)
      """;

  /** Looks the table up: its schema, and how its unique indexes behave. */
  static TargetTableSql of(Connection connection, DocumentShape shape) throws SQLException {
    String table = TargetCatalog.quoted(connection, shape.table());
    boolean deferrable =
        Question.of(DEFERRABLE, table).row(connection, row -> row.getBoolean(1)).orElseThrow();
    return new TargetTableSql(
        shape,
        new TableSql(table, shape, deferrable ? Uniqueness.DEFERRABLE : Uniqueness.IMMEDIATE));
  }
}
