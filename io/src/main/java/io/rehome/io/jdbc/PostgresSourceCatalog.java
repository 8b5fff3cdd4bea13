package io.rehome.io.jdbc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What PostgreSQL tells of itself. */
final class PostgresSourceCatalog {
  private PostgresSourceCatalog() {}

  static List<SourceName> tables(Connection connection) throws SQLException {
    return Question.of(
            """
            select n.nspname, c.relname, pg_table_is_visible(c.oid)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'v', 'm', 'f')
              and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
            order by 3 desc, 1, 2""")
        .rows(connection, SourceName::of);
  }

  static Map<String, String> declaredTypes(Connection connection, SourceName table)
      throws SQLException {
    Map<String, String> types = new HashMap<>();
    Question.of(
            """
            select a.attname, format_type(a.atttypid, a.atttypmod)
            from pg_attribute a
              join pg_class c on c.oid = a.attrelid
              join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and c.relname = ? and a.attnum > 0 and not a.attisdropped""",
            table.schema(),
            table.name())
        .rows(connection, row -> types.put(row.getString(1), row.getString(2)));
    return types;
  }

  static List<String> primaryKey(Connection connection, SourceName table) throws SQLException {
    return Question.of(
            """
            select a.attname
            from pg_index i
              join pg_class c on c.oid = i.indrelid
              join pg_namespace n on n.oid = c.relnamespace
              cross join unnest(i.indkey) with ordinality as k(number, place)
              join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
            where n.nspname = ? and c.relname = ? and i.indisprimary
            order by k.place""",
            table.schema(),
            table.name())
        .rows(connection, row -> row.getString(1));
  }

  static Optional<SourceStatistics> statistics(Connection connection, SourceName table)
      throws SQLException {
    return Question.of(
            """
            select c.reltuples::bigint, pg_table_size(c.oid)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and c.relname = ? and c.reltuples > 0""",
            table.schema(),
            table.name())
        .row(connection, row -> new SourceStatistics(row.getLong(1), row.getLong(2)));
  }

  /** A replica that has replayed all it received is not behind, however old its last change is. */
  static Optional<Duration> lag(Connection connection) throws SQLException {
    return Question.of(
            """
            select case when pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() then 0
              else extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp()) end
            where pg_is_in_recovery()""")
        .rows(connection, row -> Optional.ofNullable(row.getBigDecimal(1)))
        .stream()
        .flatMap(Optional::stream)
        .findFirst()
        .map(PostgresSourceCatalog::seconds);
  }

  private static Duration seconds(BigDecimal seconds) {
    return Duration.ofSeconds(seconds.setScale(0, RoundingMode.CEILING).longValue());
  }
}
