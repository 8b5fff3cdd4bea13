package io.rehome.io.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A small query and its parameters. */
record Question(String sql, List<String> parameters) {

  static Question of(String sql, String... parameters) {
    return new Question(sql, List.of(parameters));
  }

  <T extends @Nullable Object> List<T> rows(Connection connection, RowReader<T> reader)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setString(i + 1, parameters.get(i));
      }
      try (ResultSet row = statement.executeQuery()) {
        List<T> rows = new ArrayList<>();
        while (row.next()) {
          rows.add(reader.read(row));
        }
        return rows;
      }
    }
  }

  <T> Optional<T> row(Connection connection, RowReader<T> reader) throws SQLException {
    return rows(connection, reader).stream().findFirst();
  }

  /** Makes a value of the current row. */
  @FunctionalInterface
  interface RowReader<T extends @Nullable Object> {
    T read(ResultSet row) throws SQLException;
  }
}
