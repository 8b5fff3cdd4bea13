package io.rehome.io.jdbc;

import io.rehome.model.TargetColumn;
import io.rehome.model.TargetColumn.Filling;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Moves sequences above the values that were written past them. */
final class TargetSequences {
  private static final String OWNED =
      """
      select cast(s.relnamespace as regnamespace) || '.' || quote_ident(s.relname)
      from pg_class s join pg_sequence q on q.seqrelid = s.oid
      where s.oid = cast(pg_get_serial_sequence(?, ?) as regclass) and q.seqincrement > 0
      """;

  /** Never lowers: where the sequence is ahead, or the table empty, no row is left to set. */
  private static final String ADVANCE =
      """
      select setval('%1$s', top.value)
      from (select max(%2$s) as value from %3$s) top, %4$s sequence
      where top.value > sequence.last_value
         or (top.value = sequence.last_value and not sequence.is_called)
      """;

  private TargetSequences() {}

  /** Sets the sequence that this column owns, if any, above the column's highest value. */
  static void advance(Connection connection, String table, TargetColumn column)
      throws SQLException {
    if (column.filling() != Filling.SEQUENCE) {
      return;
    }
    Optional<String> owned =
        Question.of(OWNED, table, column.name()).row(connection, row -> row.getString(1));
    if (owned.isPresent()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql(owned.get(), PgNames.quote(column.name()), table));
      }
    }
  }

  private static String sql(String sequence, String column, String table) {
    return ADVANCE.formatted(sequence.replace("'", "''"), column, table, sequence);
  }
}
