package io.rehome.io.jdbc;

import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the records of keys, by one query; which keys are equal, the source's collation says. */
final class FetchByKey {
  private static final String DATA_EXCEPTION = "22";

  private final Connection connection;
  private final Selection selection;

  FetchByKey(Connection connection, Selection selection) {
    this.connection = connection;
    this.selection = selection;
  }

  /** A text that is no value of the key's type is the key of no record. */
  List<SourceRow> rows(List<SourceKey> keys) throws SQLException {
    int columns = selection.table().key().size();
    List<List<String>> possible =
        keys.stream()
            .map(key -> key.parts(columns))
            .filter(parts -> KeyForm.fits(selection.table().key(), parts))
            .toList();
    return possible.isEmpty() ? List.of() : byParts(possible);
  }

  private List<SourceRow> byParts(List<List<String>> keys) throws SQLException {
    try {
      return query(keys);
    } catch (SQLException e) {
      if (e.getSQLState() == null || !e.getSQLState().startsWith(DATA_EXCEPTION)) {
        throw e;
      }
      return keys.size() == 1 ? List.of() : oneByOne(keys);
    }
  }

  private List<SourceRow> oneByOne(List<List<String>> keys) throws SQLException {
    List<SourceRow> rows = new ArrayList<>();
    for (List<String> key : keys) {
      rows.addAll(byParts(List.of(key)));
    }
    return rows;
  }

  private List<SourceRow> query(List<List<String>> keys) throws SQLException {
    String sql = selection.rows(selection.key().anyOf(keys.size()));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      selection.key().bindAnyOf(statement, keys, selection.conditions());
      try (ResultSet results = statement.executeQuery()) {
        return taken(results);
      }
    }
  }

  private List<SourceRow> taken(ResultSet results) throws SQLException {
    RowMaker maker = new RowMaker(selection);
    Ordinals ordinals = new Ordinals();
    List<SourceRow> rows = new ArrayList<>();
    while (results.next()) {
      rows.add(maker.row(results, ordinals));
    }
    return rows;
  }
}
