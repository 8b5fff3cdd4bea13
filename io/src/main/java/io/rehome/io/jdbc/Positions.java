package io.rehome.io.jdbc;

import io.rehome.model.Document;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/** Sends a batch of documents as arrays, a parameter a column, and reads what comes of each. */
final class Positions {
  private final Connection connection;
  private final int columns;

  Positions(Connection connection, int columns) {
    this.connection = connection;
    this.columns = columns;
  }

  /** Runs a statement over one set of documents, or several of the same length side by side. */
  @SafeVarargs
  final void ask(String sql, Answer answer, List<Document>... sets) throws SQLException {
    if (sets[0].isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < sets.length; i++) {
        bind(statement, i * columns, sets[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          answer.of(row.getInt(1) - 1, row);
        }
      }
    }
  }

  /** Runs a statement that answers nothing but how many rows it wrote. */
  int write(String sql, List<Document> documents) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, 0, documents);
      return statement.executeUpdate();
    }
  }

  private void bind(PreparedStatement statement, int after, List<Document> documents)
      throws SQLException {
    for (int i = 0; i < columns; i++) {
      int column = i;
      String array = ArrayText.of(documents.stream().map(d -> d.values().get(column)));
      statement.setObject(after + i + 1, array, Types.OTHER);
    }
  }

  /** Takes one row of an answer: the document's index in its set, and the row itself. */
  @FunctionalInterface
  interface Answer {
    void of(int index, ResultSet row) throws SQLException;
  }
}
