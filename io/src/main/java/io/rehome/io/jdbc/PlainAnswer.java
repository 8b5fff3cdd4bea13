package io.rehome.io.jdbc;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer to a query that a plan holds, in a form that two engines agree on: numbers by their
 * value, in plain digits; all else as the text that a session in UTC gives; NULL as {@code NULL}.
 */
final class PlainAnswer {
  /** More rows than a person compares. */
  private static final int MOST_ROWS = 10_000;

  private PlainAnswer() {}

  static List<List<String>> of(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(MOST_ROWS);
      try (ResultSet result = statement.executeQuery(query)) {
        List<List<String>> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(row(result));
        }
        return rows;
      }
    }
  }

  private static List<String> row(ResultSet result) throws SQLException {
    ResultSetMetaData columns = result.getMetaData();
    List<String> row = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String text = result.getString(i);
      row.add(text == null ? "NULL" : isNumber(columns.getColumnType(i)) ? plain(text) : text);
    }
    return row;
  }

  private static boolean isNumber(int type) {
    return switch (type) {
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.DECIMAL,
          Types.NUMERIC,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE ->
          true;
      default -> false;
    };
  }

  private static String plain(String number) {
    try {
      BigDecimal value = new BigDecimal(number);
      return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) { // NaN and the infinities
      return number;
    }
  }
}
