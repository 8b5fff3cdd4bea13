package io.rehome.io.jdbc;

import io.rehome.model.SourceColumn;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes rows of what a {@link Selection} selects. Columns that it leaves out are null. */
final class RowMaker implements Serializable {
  private static final long serialVersionUID = 1;
  private final ColumnReader[] readers;

  /** For each selected column, its place among the table's columns. */
  private final int[] places;

  /** For each key column, its place among the table's columns. */
  private final int[] key;

  private final int width;
  private final int chosen;

  RowMaker(Selection selection) {
    SourceTable table = selection.table();
    List<SourceColumn> columns = selection.columns();
    readers = columns.stream().map(selection.dialect()::reader).toArray(ColumnReader[]::new);
    places = columns.stream().mapToInt(table.columns()::indexOf).toArray();
    key = table.key().stream().mapToInt(table.columns()::indexOf).toArray();
    width = table.columns().size();
    chosen = table.condition().isPresent() ? columns.size() + 1 : 0;
  }

  /** The current row; {@code ordinals} tell rows apart that have no key. */
  SourceRow row(ResultSet results, Ordinals ordinals) throws SQLException {
    @Nullable Object[] values = new Object[width];
    int bytes = 0;
    for (int i = 0; i < readers.length; i++) {
      Object value = readers[i].read(results, i + 1);
      values[places[i]] = value;
      bytes += ValueSize.of(value);
    }
    boolean isChosen = chosen == 0 || results.getInt(chosen) == 1;
    return new SourceRow(key(values, ordinals), Arrays.asList(values), isChosen, bytes);
  }

  private SourceKey key(@Nullable Object[] values, Ordinals ordinals) {
    if (key.length == 1) {
      Object only = values[key[0]];
      return only instanceof Long || only instanceof String
          ? new SourceKey(only.toString())
          : keyOf(values, ordinals);
    }
    return keyOf(values, ordinals);
  }

  private SourceKey keyOf(@Nullable Object[] values, Ordinals ordinals) {
    Object[] parts = new Object[key.length];
    for (int i = 0; i < key.length; i++) {
      Object part = values[key[i]];
      if (part == null) {
        return ordinals.key(values);
      }
      parts[i] = part;
    }
    return parts.length == 0 ? ordinals.key(values) : SourceKey.ofValues(Arrays.asList(parts));
  }

  /** Whether a key was made of the row's content. */
  boolean isOfContent(SourceRow row) {
    return key.length == 0 || Arrays.stream(key).anyMatch(place -> row.values().get(place) == null);
  }

  /** The number of the key's columns. */
  int keyColumns() {
    return key.length;
  }
}
