package io.rehome.io.jdbc;

import io.rehome.model.SourceColumn;
import io.rehome.model.SourceKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Walks the index of a key in steps of equal numbers of rows: each step reads index entries only,
 * and none is read twice. It finds the bounds of keys of any type, in the source's own order.
 */
final class KeyWalk {
  private final Connection connection;
  private final Selection selection;
  private final KeyCondition key;

  KeyWalk(Connection connection, Selection selection) {
    this.connection = connection;
    this.selection = selection;
    this.key = selection.key();
  }

  /** Each {@code rows}-th key that has another behind it. */
  List<List<String>> bounds(long rows) throws SQLException {
    List<List<String>> bounds = new ArrayList<>();
    Optional<List<String>> next = step(List.of(), rows);
    while (next.isPresent()) {
      bounds.add(next.get());
      next = step(next.get(), rows);
    }
    return bounds;
  }

  private Optional<List<String>> step(List<String> from, long rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql(from, rows))) {
      if (!from.isEmpty()) {
        key.bindAbove(statement, from, selection.conditions());
      }
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(parts(row)) : Optional.empty();
      }
    }
  }

  private String sql(List<String> from, long rows) {
    String condition = from.isEmpty() ? key.known() : key.above();
    return selection.select(keyColumns(), condition)
        + (" order by " + key.list() + " limit 1 offset " + (rows - 1));
  }

  private String keyColumns() {
    return String.join(
        ", ", selection.table().key().stream().map(selection.dialect()::selected).toList());
  }

  private List<String> parts(ResultSet row) throws SQLException {
    List<SourceColumn> columns = selection.table().key();
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Object value = selection.dialect().reader(columns.get(i)).read(row, i + 1);
      if (value == null) {
        throw new IllegalStateException("a key that is not NULL was read as NULL");
      }
      values.add(value);
    }
    return SourceKey.ofValues(values).parts(columns.size());
  }
}
