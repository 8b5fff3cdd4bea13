package io.rehome.io.jdbc;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.rehome.model.KeyRange;
import io.rehome.model.SourceTable;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The one statement that serves all ranges uses the key's index for each of them. */
class RangePlanTest {
  private static final Map<KeyRange, String> RANGES =
      Map.of(
          new KeyRange("e", 1, List.of(), List.of("5", "5")), "first",
          new KeyRange("e", 2, List.of("5", "5"), List.of("6", "6")), "middle",
          new KeyRange("e", 3, List.of("995", "5"), List.of()), "last");

  @Test
  void usesTheIndexOfMariaDb() throws Exception {
    Database database = TestServers.freshMariaDb();
    database.execute(
        "create table pairs (a int, b int, v varchar(200), primary key (a, b))",
        "insert into pairs select seq div 20, seq % 20, repeat('x', 200) from seq_1_to_20000",
        "analyze table pairs");
    for (KeyRange range : RANGES.keySet()) {
      try (Connection connection = database.connect();
          PreparedStatement statement = explain(connection, database, range);
          ResultSet plan = statement.executeQuery()) {
        plan.next();
        assertThat(RANGES.get(range), plan.getString("type"), equalTo("range"));
        assertThat(RANGES.get(range), plan.getString("key"), equalTo("PRIMARY"));
        assertThat(RANGES.get(range), plan.getLong("rows") < 2000, equalTo(true));
        assertThat(plan.getString("Extra"), not(containsString("filesort")));
      }
    }
  }

  @Test
  void usesTheIndexOfPostgres() throws Exception {
    Database database = TestServers.freshPostgres();
    database.execute(
        "create table pairs (a int, b int, v varchar(200), primary key (a, b))",
        "insert into pairs select n / 20, n % 20, repeat('x', 200) from generate_series(1, 20000) n",
        "analyze pairs");
    for (KeyRange range : RANGES.keySet()) {
      try (Connection connection = database.connect();
          PreparedStatement statement = explain(connection, database, range);
          ResultSet plan = statement.executeQuery()) {
        StringBuilder text = new StringBuilder();
        while (plan.next()) {
          text.append(plan.getString(1)).append('\n');
        }
        assertThat(RANGES.get(range), text.toString(), containsString("Index Cond"));
        assertThat(RANGES.get(range), text.toString(), not(containsString("Seq Scan")));
      }
    }
  }

  private static PreparedStatement explain(Connection connection, Database database, KeyRange range)
      throws Exception {
    SourceUnderTest source = SourceUnderTest.over(database);
    SourceTable table = source.table("pairs");
    SourceDialect dialect = ((JdbcSource) source.source()).dialect();
    Selection selection = new SourceCatalog(dialect, connection).selection(table, List.of());
    PreparedStatement statement =
        connection.prepareStatement("explain " + selection.rows(selection.key().range()));
    selection.key().bind(statement, range, selection.conditions());
    return statement;
  }
}
