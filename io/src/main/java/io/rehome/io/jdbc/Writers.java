package io.rehome.io.jdbc;

import io.rehome.model.DocumentShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The writers of one thread: one for each shape, made when the first of its documents comes. */
final class Writers {
  private final Map<DocumentShape, TableWriter> made = new HashMap<>();

  TableWriter of(Connection connection, DocumentShape shape) throws SQLException {
    TableWriter writer = made.get(shape);
    if (writer == null) {
      writer = new TableWriter(TargetTableSql.of(connection, shape));
      made.put(shape, writer);
    }
    return writer;
  }
}
