package io.rehome.io.jdbc;

import io.rehome.io.LookupRows;
import io.rehome.model.SourceColumn;
import io.rehome.model.SourceRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads all rows of a small table. */
final class WholeTable {
  private final Connection connection;
  private final Selection selection;
  private final List<String> names;

  WholeTable(Connection connection, Selection selection) {
    this.connection = connection;
    this.selection = selection;
    this.names = selection.table().columns().stream().map(SourceColumn::name).toList();
  }

  LookupRows rows() throws SQLException {
    RowMaker maker = new RowMaker(selection);
    Ordinals ordinals = new Ordinals();
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(selection.rows("1 = 1"));
        ResultSet results = statement.executeQuery()) {
      while (results.next()) {
        rows.add(byName(maker.row(results, ordinals)));
      }
    }
    return new LookupRows(names, rows);
  }

  private Map<String, @Nullable Object> byName(SourceRow row) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      values.put(names.get(i), row.values().get(i));
    }
    return values;
  }
}
