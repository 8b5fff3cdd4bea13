package io.rehome.testdata.zoo;

import static java.util.stream.Collectors.joining;

import io.rehome.testdata.servers.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A table with a key of one kind.
 *
 * @param table quoted where it needs to be
 * @param key its columns; empty where the table has none
 * @param columns what follows the key in {@code create table}
 * @param rows the query that fills it
 */
public record KeyFixture(String table, List<String> key, String columns, String rows) {
  public KeyFixture {
    key = List.copyOf(key);
  }

  /** Makes and fills the table. */
  public void settle(Database database) {
    database.execute(
        database.isMariaDb() ? "set session sql_mode = ''" : "select 1",
        "create table %s (%s)".formatted(table, columns),
        "insert into %s %s".formatted(table, rows));
  }

  /** The keys in the order in which the database sorts them, each as a list of texts. */
  public List<List<String>> keysInOrder(Database database) throws SQLException {
    String names = String.join(", ", key);
    String query = "select %s from %s order by %s".formatted(texts(), table, names);
    List<List<String>> keys = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rowsRead = statement.executeQuery(query)) {
      while (rowsRead.next()) {
        keys.add(texts(rowsRead));
      }
    }
    return keys;
  }

  private String texts() {
    return key.stream().map(column -> "concat(" + column + ", '')").collect(joining(", "));
  }

  private List<String> texts(ResultSet row) throws SQLException {
    List<String> texts = new ArrayList<>();
    for (int i = 1; i <= key.size(); i++) {
      texts.add(row.getString(i));
    }
    return texts;
  }
}
