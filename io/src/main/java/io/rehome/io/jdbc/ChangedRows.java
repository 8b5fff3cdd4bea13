package io.rehome.io.jdbc;

import static java.util.stream.Collectors.joining;

import io.rehome.model.SourceColumn;
import io.rehome.model.SourceKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for the rows of a table that a column tells to have changed. */
final class ChangedRows {
  private final Connection connection;
  private final Selection selection;
  private final SourceColumn column;
  private final KeyCondition time;

  ChangedRows(Connection connection, Selection selection, String column) {
    this.connection = connection;
    this.selection = selection;
    this.column =
        selection.table().columns().stream()
            .filter(each -> each.name().equals(column))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no column " + column));
    this.time = KeyCondition.of(selection.dialect(), List.of(this.column));
  }

  Optional<String> mark() throws SQLException {
    String sql =
        selection.select(
                selection.dialect().selected(column),
                time.list() + " <= current_timestamp + interval '1' day")
            + (" order by " + time.list() + " desc limit 1");
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? before(value(column, row, 1)) : Optional.empty();
    }
  }

  private static Optional<String> before(@Nullable Object latest) {
    return earlier(latest).map(time -> SourceKey.ofValues(List.of(time)).parts(1).get(0));
  }

  /** Of a value that the engine holds and no time can be, there is nothing earlier. */
  private static Optional<Temporal> earlier(@Nullable Object latest) {
    if (latest instanceof LocalDate day) {
      return Optional.of(day.minusDays(1));
    }
    return latest instanceof LocalDateTime || latest instanceof Instant
        ? Optional.of(((Temporal) latest).minus(1, ChronoUnit.HOURS))
        : Optional.empty();
  }

  List<SourceKey> since(String mark, Optional<SourceKey> after, int limit) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(since(after, limit))) {
      selection.dialect().bind(statement, 1, column, mark);
      if (after.isPresent()) {
        List<String> key = after.get().parts(selection.table().key().size());
        selection.key().bindAbove(statement, key, 1, 1);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return keys(rows);
      }
    }
  }

  private String since(Optional<SourceKey> after, int limit) {
    KeyCondition key = selection.key();
    String changed =
        "(%1$s >= %2$s or %1$s is null)"
            .formatted(time.list(), selection.dialect().parameter(column));
    return selection.select(
            selection.table().key().stream()
                .map(selection.dialect()::selected)
                .collect(joining(", ")),
            changed + " and (" + (after.isPresent() ? key.above() : key.known()) + ")")
        + (" order by " + key.list() + " limit " + limit);
  }

  private List<SourceKey> keys(ResultSet rows) throws SQLException {
    List<SourceKey> keys = new ArrayList<>();
    while (rows.next()) {
      List<Object> values = new ArrayList<>();
      for (SourceColumn part : selection.table().key()) {
        values.add(value(part, rows, values.size() + 1));
      }
      keys.add(SourceKey.ofValues(values));
    }
    return keys;
  }

  private @Nullable Object value(SourceColumn of, ResultSet row, int position) throws SQLException {
    return selection.dialect().reader(of).read(row, position);
  }
}
