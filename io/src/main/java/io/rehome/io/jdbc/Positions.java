package io.rehome.io.jdbc;

import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.stream.IntStream;
import org.postgresql.PGStatement;

/** Sends a batch of documents as arrays, a parameter a column, and reads what comes of each. */
final class Positions {
  private final Connection connection;
  private final int[] all;
  private final int[] key;

  Positions(Connection connection, DocumentShape shape) {
    this.connection = connection;
    this.all = IntStream.range(0, shape.columns().size()).toArray();
    this.key = shape.keyPositions();
  }

  /** Runs a statement over the documents. */
  void ask(String sql, Answer answer, List<Document> documents) throws SQLException {
    ask(sql, answer, all, List.of(documents));
  }

  /** Runs a statement over the documents and, side by side with them, as many others. */
  void ask(String sql, Answer answer, List<Document> documents, List<Document> others)
      throws SQLException {
    ask(sql, answer, all, List.of(documents, others));
  }

  /** Runs a statement over the documents' keys. */
  void askKeys(String sql, Answer answer, List<Document> documents) throws SQLException {
    ask(sql, answer, key, List.of(documents));
  }

  /** Runs a statement whose first parameters are these values, each in an array of one. */
  void askAfter(Document values, String sql, Answer answer, List<Document> documents)
      throws SQLException {
    if (!documents.isEmpty()) {
      int first = values.values().size();
      try (PreparedStatement statement = prepare(sql)) {
        bind(statement, 0, IntStream.range(0, first).toArray(), List.of(values));
        bind(statement, first, all, documents);
        answers(statement, answer);
      }
    }
  }

  private void ask(String sql, Answer answer, int[] columns, List<List<Document>> sets)
      throws SQLException {
    if (sets.get(0).isEmpty()) {
      return;
    }
    try (PreparedStatement statement = prepare(sql)) {
      for (int i = 0; i < sets.size(); i++) {
        bind(statement, i * columns.length, columns, sets.get(i));
      }
      answers(statement, answer);
    }
  }

  private static void answers(PreparedStatement statement, Answer answer) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        answer.of(row.getInt(1) - 1, row);
      }
    }
  }

  /** Runs a statement that answers nothing but how many rows it wrote. */
  int write(String sql, List<Document> documents) throws SQLException {
    try (PreparedStatement statement = prepare(sql)) {
      bind(statement, 0, all, documents);
      return statement.executeUpdate();
    }
  }

  /** Planned each time: a plan made while the table was empty would read all of it for ever. */
  private PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.unwrap(PGStatement.class).setPrepareThreshold(0);
    return statement;
  }

  private static void bind(
      PreparedStatement statement, int after, int[] columns, List<Document> documents)
      throws SQLException {
    for (int i = 0; i < columns.length; i++) {
      int column = columns[i];
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
