package io.rehome.testdata.demo;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FatesTest {
  private static final String DIFFERENCES =
      """
      select 'declared' as by_whom, fates.* from fates
      where stage <> 'REFERENCE' and entity <> 'page_views' and not exists (
        select 1 from findings f where f.entity = fates.entity and f.source_key = fates.source_key
          and concat_ws(' ', f.outcome, f.stage, f.reason, f.column_name)
            = concat_ws(' ', fates.outcome, fates.stage, fates.reason, fates.column_name))
      union all
      select 'found', findings.* from findings
      where not exists (
        select 1 from fates f
        where f.entity = findings.entity and f.source_key = findings.source_key
          and concat_ws(' ', f.outcome, f.stage, f.reason, f.column_name)
            = concat_ws(' ', findings.outcome, findings.stage, findings.reason,
              findings.column_name))
      """;

  private final Database source = TestServers.freshMariaDb();

  /** Also: no record has two things wrong with it. */
  @ParameterizedTest
  @ValueSource(longs = {1_000, 10_000, 200_000})
  void whatTheFormulasDeclareIsWhatALookAtTheRowsFinds(long records) throws SQLException {
    Scale scale = new Scale(records);
    new DemoMarketplace(scale).fill(source);
    try (Fates fates = Fates.of(source, scale);
        Statement statement = fates.connection().createStatement()) {
      statement.execute("create temporary table findings like fates");
      for (Audit audit : Audit.ALL) {
        statement.execute(audit.insertFindings());
      }
      assertThat(rows(statement.executeQuery(DIFFERENCES)), is(empty()));
    }
  }

  @Test
  void orphansOfEachKindEndAsDeclared() throws SQLException {
    new DemoMarketplace(Scale.SMALL).fill(source);
    try (Fates fates = Fates.of(source, Scale.SMALL);
        Statement statement = fates.connection().createStatement()) {
      List<String> missing =
          rows(
              statement.executeQuery(
                  "select entity, source_key, column_name from fates"
                      + " where reason = 'PARENT_MISSING' and entity in"
                      + " ('categories', 'stores', 'store_staff') order by 1, 2"));
      assertThat(
          missing,
          is(
              List.of(
                  "categories 57 parent_id",
                  "stores 7 manager_id",
                  "store_staff 115 user_id",
                  "store_staff 118 store_id")));
    }
  }

  private static List<String> rows(ResultSet result) throws SQLException {
    List<String> rows = new ArrayList<>();
    while (result.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
        row.add(result.getString(i));
      }
      rows.add(String.join(" ", row));
    }
    return rows;
  }
}
