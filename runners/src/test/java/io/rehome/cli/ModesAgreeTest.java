package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.rehome.pipelines.Exit;
import io.rehome.testdata.demo.Scale;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever way a record takes, the same row under the same rules gives the same document. */
final class ModesAgreeTest {
  private static final String PHOTOS = "      thumbnail:  thumbnail\n";
  private static final String FEWER_PHOTOS =
      PHOTOS + "    check:\n      - { that: \"position > 1\", else: \"a cover\" }\n";
  private static final String USERS = "- { field: email, is: email }";
  private static final String FEWER_USERS =
      USERS + "\n      - { that: \"status != 'closed'\", else: \"has left\" }";

  @TempDir private static Path folder;
  private static Journey straight;

  @BeforeAll
  static void migrate() throws Exception {
    straight = Journey.begin(folder.resolve("pets"), new Scale(1_000));
    straight.migrate("--targetParallelism=1");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void howManyWorkAtOnceMakesNoDifference(int parallelism) throws Exception {
    Journey other = straight.toAnotherPlatform("at-" + parallelism);

    other.migrate("--targetParallelism=" + parallelism);

    assertThat(other.platformDigests(), is(straight.platformDigests()));
    assertThat(other.storeDigests(), is(straight.storeDigests()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--runner=DirectRunner --targetParallelism=2",
        "--runner=FlinkRunner --flinkMaster=[local] --parallelism=2"
      })
  void localDiffEndsWhereNormalWouldUnderTheNewRules(String runner) throws Exception {
    Journey detour = straight.toAnotherPlatform("local-" + runner.length());
    detour.replaceInPlan(USERS, FEWER_USERS);
    detour.migrate();
    assertThat(detour.platformDigests(), is(not(straight.platformDigests())));

    detour.replaceInPlan(FEWER_USERS, USERS);
    detour.migrate(("--mode=LOCAL_DIFF " + runner).split(" "));

    assertEndsAsTheStraightOne(detour);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--from=source", "--from=store"})
  void retryFailedEndsWhereNormalWouldUnderTheNewRules(String from) throws Exception {
    Journey detour = straight.toAnotherPlatform("retry" + from);
    detour.replaceInPlan(PHOTOS, FEWER_PHOTOS);
    detour.migrate();
    assertThat(detour.platformDigests(), is(not(straight.platformDigests())));

    detour.replaceInPlan(FEWER_PHOTOS, PHOTOS);
    detour.migrate("--mode=RETRY_FAILED", from);

    assertEndsAsTheStraightOne(detour);
  }

  @Test
  void diffAfterNormalFindsNothing() throws Exception {
    Journey still = straight.toAnotherPlatform("diff");
    still.migrate();
    List<String> platform = still.rowVersions();
    List<String> store = still.storeDigests();

    Answer answer = still.migrate("--mode=DIFF");

    assertThat(answer.toString(), answer.exit(), is(Exit.OK));
    assertThat(still.rowVersions(), is(platform));
    assertThat(still.storeDigests(), is(store));
  }

  private static void assertEndsAsTheStraightOne(Journey detour) throws SQLException {
    assertThat(detour.platformDigests(), is(straight.platformDigests()));
    assertThat(outcomes(detour), is(outcomes(straight)));
    assertThat(
        Journey.rows(detour.store(), "select run from rehome.books where not balanced"),
        hasSize(0));
  }

  /** One digest for each entity: outcomes, reasons, and the documents of what is loaded. */
  private static List<String> outcomes(Journey journey) throws SQLException {
    return Journey.rows(
        journey.store(),
        "select entity || ' ' || count(*) || ' ' || md5(string_agg(concat_ws(',', source_key,"
            + " outcome, reason, column_name, target_key, confirmed_document), ''"
            + " order by source_key)) from rehome.records group by entity order by entity");
  }
}
