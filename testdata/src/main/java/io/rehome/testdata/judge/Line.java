package io.rehome.testdata.judge;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row as texts by column name; the first column is its key. */
record Line(String key, Map<String, @Nullable String> values) {
  static Line of(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    for (int i = 2; i <= columns.getColumnCount(); i++) {
      values.put(columns.getColumnLabel(i), row.getString(i));
    }
    return new Line(row.getString(1), values);
  }

  /** What differs in the other line, by column; empty where nothing does. */
  String differences(Line actual) {
    StringBuilder differences = new StringBuilder();
    values.forEach(
        (column, expected) -> {
          String found = actual.values.get(column);
          if (!Objects.equals(expected, found)) {
            differences.append("%s is [%s] instead of [%s]; ".formatted(column, found, expected));
          }
        });
    return differences.toString();
  }
}
