package io.rehome.io.jdbc;

import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads one column of the current row as the class that its SourceType names, or as exact text. */
@FunctionalInterface
interface ColumnReader extends Serializable {
  @Nullable Object read(ResultSet row, int position) throws SQLException;

  /** Reads text and turns it into a value; {@code parse} hands back the text where it is none. */
  static ColumnReader ofText(TextParser parse) {
    return (row, position) -> {
      String text = row.getString(position);
      return text == null ? null : parse.parse(text);
    };
  }

  /** Turns the text of a value into the value, or hands back the text itself. */
  @FunctionalInterface
  interface TextParser extends Serializable {
    Object parse(String text);
  }
}
