package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.rehome.io.Account;
import io.rehome.io.DatabaseAddress;
import io.rehome.io.Secret;
import io.rehome.io.store.PostgresStore;
import io.rehome.model.Reason;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds docs/reference/store-views.md to the views of a store. */
final class StoreViewsReferenceTest {
  private static final MarkdownPage PAGE =
      MarkdownPage.read(Path.of("../docs/reference/store-views.md"));

  private static final Database STORE = TestServers.freshPostgres();

  @BeforeAll
  static void makeStore(@TempDir Path dir) throws Exception {
    Path password = Files.writeString(dir.resolve("password"), STORE.password());
    Secret secret = new Secret("${file:" + password + "}");
    new PostgresStore(new DatabaseAddress(STORE.jdbcUrl(), new Account(STORE.user()), secret))
        .upgrade();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "records",
        "rejections",
        "runs",
        "ranges",
        "books",
        "ids",
        "attempts",
        "corrections",
        "differences"
      })
  void namesEveryColumnWithItsType(String view) throws SQLException {
    List<String> documented =
        PAGE.rows(view).stream()
            .map(row -> row.get(0).replace("`", "") + " " + row.get(1))
            .toList();

    assertThat(documented, is(columns(view)));
  }

  @Test
  void namesEveryReason() {
    List<String> documented =
        PAGE.rows("Reasons").stream().map(row -> row.get(0).replace("`", "")).toList();

    assertThat(documented, is(Stream.of(Reason.values()).map(Enum::name).toList()));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void everyQuestionCanBeAsked(String sql) {
    STORE.execute(sql);
  }

  static List<String> questions() {
    List<String> questions = PAGE.blocks("sql");
    assertThat(questions, not(empty()));
    return questions;
  }

  private static List<String> columns(String view) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (Connection connection = STORE.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select column_name || ' ' || data_type from information_schema.columns
                 where table_schema = 'rehome' and table_name = '%s' order by ordinal_position
                """
                    .formatted(view))) {
      while (row.next()) {
        columns.add(row.getString(1));
      }
    }
    return columns;
  }
}
