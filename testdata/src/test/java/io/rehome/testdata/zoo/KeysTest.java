package io.rehome.testdata.zoo;

import static io.rehome.testdata.servers.Answers.answer;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeysTest {
  @Test
  void mariaDbSortsThemItsWay() throws SQLException {
    Database database = TestServers.freshMariaDb();
    MariaDbKeys.settle(database);
    assertThat(keys(MariaDbKeys.UNSIGNED, database).get(0), is(List.of("1")));
    assertThat(keys(MariaDbKeys.UNSIGNED, database).get(999), is(List.of("18446744073709551615")));
    assertThat(
        keys(MariaDbKeys.TEXT, database).subList(0, 2),
        is(List.of(List.of("AB0001 "), List.of("äb0002😀"))));
    assertThat(keys(MariaDbKeys.DATE, database).get(0), is(List.of("0000-00-00")));
    assertThat(keys(MariaDbKeys.COMPOSITE, database).get(0), is(List.of("-5", "")));
    assertThat(keys(MariaDbKeys.EMPTY, database), is(List.of()));
    assertThat(keys(MariaDbKeys.ODD_NAMES, database), is(List.of(List.of("1"), List.of("7"))));
  }

  @Test
  void postgresSortsThemItsWay() throws SQLException {
    Database database = TestServers.freshPostgres();
    PostgresKeys.settle(database);
    assertThat(keys(PostgresKeys.BIGINT, database).get(0), is(List.of("-9223372036854775808")));
    assertThat(keys(PostgresKeys.BIGINT, database).get(999), is(List.of("9223372036854775807")));
    assertThat(keys(PostgresKeys.TEXT, database).get(0), is(List.of("AB0001 ")));
    assertThat(keys(PostgresKeys.TEXT_OF_PEOPLE, database).get(0), is(List.of("_0005😀")));
    assertThat(keys(PostgresKeys.DATE, database).get(0), is(List.of("-infinity")));
    assertThat(keys(PostgresKeys.EMPTY, database), is(List.of()));
  }

  @Test
  void aThousandRowsAreThereWhereNotSaidOtherwise() {
    Database source = TestServers.freshMariaDb();
    MariaDbKeys.settle(source);
    Database target = TestServers.freshPostgres();
    PostgresKeys.settle(target);
    assertThat(
        MariaDbKeys.ALL.stream().map(it -> rows(source, it)).toList(),
        is(List.of("1000", "1000", "1000", "1000", "1000", "1000", "1000", "0", "2")));
    assertThat(
        PostgresKeys.ALL.stream().map(it -> rows(target, it)).toList(),
        is(List.of("1000", "1000", "1000", "1000", "1000", "1000", "1000", "0", "2")));
  }

  private static String rows(Database database, KeyFixture fixture) {
    return answer(database, "select count(*) from " + fixture.table());
  }

  private static List<List<String>> keys(KeyFixture fixture, Database database)
      throws SQLException {
    return fixture.keysInOrder(database);
  }
}
