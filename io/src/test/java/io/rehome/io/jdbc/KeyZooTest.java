package io.rehome.io.jdbc;

import static io.rehome.io.jdbc.SourceUnderTest.limits;
import static io.rehome.io.jdbc.SourceUnderTest.ranges;
import static io.rehome.io.jdbc.SourceUnderTest.rows;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.rehome.io.RangeSize;
import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import io.rehome.model.SourceTable;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import io.rehome.testdata.zoo.KeyFixture;
import io.rehome.testdata.zoo.MariaDbKeys;
import io.rehome.testdata.zoo.PostgresKeys;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ranges tile every kind of key, in the source's own order. */
class KeyZooTest {
  private static final int ROWS = 100;
  private static final Database MARIADB = TestServers.freshMariaDb();
  private static final Database POSTGRES = TestServers.freshPostgres();

  static {
    MariaDbKeys.settle(MARIADB);
    PostgresKeys.settle(POSTGRES);
  }

  static Stream<KeyFixture> mariaDb() {
    return MariaDbKeys.ALL.stream();
  }

  static Stream<KeyFixture> postgres() {
    return PostgresKeys.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("mariaDb")
  void isTiledOnMariaDb(KeyFixture fixture) throws Exception {
    assertTiled(MARIADB, fixture);
  }

  @ParameterizedTest
  @MethodSource("postgres")
  void isTiledOnPostgres(KeyFixture fixture) throws Exception {
    assertTiled(POSTGRES, fixture);
  }

  private static void assertTiled(Database database, KeyFixture fixture) throws Exception {
    SourceUnderTest source = SourceUnderTest.over(database);
    SourceTable table = source.table(fixture.table().replaceAll("[`\"]", ""));
    List<List<String>> bounds = source.source().bounds(table, new RangeSize(ROWS, Long.MAX_VALUE));

    List<Page> pages = source.pages(table, limits(1000), ranges(bounds).toArray(KeyRange[]::new));

    if (table.isKeyless()) {
      assertThat(rows(pages).stream().map(row -> row.key()).distinct().count(), equalTo(1000L));
    } else {
      assertThat(keys(pages, table), equalTo(fixture.keysInOrder(database)));
      assertThat(
          pages.stream().map(page -> page.rows().size()).toList(),
          everyItem(lessThanOrEqualTo(ROWS)));
    }
  }

  private static List<List<String>> keys(List<Page> pages, SourceTable table) {
    return rows(pages).stream().map(row -> row.key().parts(table.key().size())).toList();
  }
}
