package io.rehome.testdata.demo;

import static io.rehome.testdata.servers.Answers.answer;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoMarketplaceTest {
  private final Database source = TestServers.freshMariaDb();

  @Test
  void hasTheRowsOfItsScale() {
    new DemoMarketplace(Scale.SMALL).fill(source);
    for (LegacyTable table : Legacy.TABLES) {
      String rows = answer(source, "select count(*) from " + table.name());
      assertThat(table.name(), rows, is(String.valueOf(table.rows(Scale.SMALL))));
    }
  }

  @Test
  void isTheSameEachTime() {
    new DemoMarketplace(Scale.SMALL).fill(source);
    Database other = TestServers.freshMariaDb();
    new DemoMarketplace(Scale.SMALL).fill(other);
    assertThat(checksums(other), is(checksums(source)));
  }

  @Test
  void hasRowsWithoutAKeyThatAreEqualInEveryColumn() {
    new DemoMarketplace(Scale.SMALL).fill(source);
    String query =
        "select concat(min(n), ' to ', max(n)) from (select count(*) as n from page_views group by"
            + " viewed, ad_id, session, path, millis) copies";
    assertThat(answer(source, query), is("1 to 3"));
  }

  private static List<String> checksums(Database database) {
    return Legacy.TABLES.stream()
        .map(table -> table.name() + " " + checksum(database, table.name()))
        .toList();
  }

  // Its first column is the table's name, which holds that of the database.
  private static String checksum(Database database, String table) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("checksum table " + table)) {
      result.next();
      return result.getString(2);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
