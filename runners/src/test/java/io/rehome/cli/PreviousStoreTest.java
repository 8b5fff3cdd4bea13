package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.rehome.pipelines.Exit;
import io.rehome.testdata.demo.Scale;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store that another version of Rehome wrote. An earlier one differs from today's in what the two
 * newest migrations did, and holds the same rows.
 */
final class PreviousStoreTest {
  private static final String VERSION =
      "select max(version::int) from rehome.migrator_schema where version is not null";

  @TempDir private Path folder;
  private Journey undisturbed;
  private Journey journey;

  @BeforeEach
  void beginAndBeKilled() throws Exception {
    undisturbed = Journey.begin(folder.resolve("pets"), new Scale(3_000));
    journey = undisturbed.toAnotherPlatform("previous");
    Process run =
        new JavaProcess(Rehome.class)
            .start(journey.folder(), journey.migration("--maxReadRate=2000"));
    while (run.isAlive() && rows("select 1 from rehome.ranges where state = 'WAITING'").isEmpty()) {
      Thread.sleep(5);
    }
    assertThat("it was still running", run.isAlive(), is(true));
    run.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
  }

  @Test
  void isUpgradedAndTheSameCommandContinues() throws Exception {
    Journey.execute(
        journey.store(),
        "drop index rehome.scan_range_run_range_id_idx",
        "create index on rehome.scan_range (run)",
        "alter table rehome.page drop column deferred_keys",
        "delete from rehome.migrator_schema where version in ('9', '10')");
    List<String> before = rows("select source_key || outcome from rehome.records order by 1");

    Answer refused = journey.migrate();
    assertThat(refused.exit(), is(Exit.PLAN_WRONG));
    assertThat(refused.err(), containsString("./rehome store upgrade --plan="));
    assertThat(rows("select source_key || outcome from rehome.records order by 1"), is(before));

    assertThat(Answer.to("store", "upgrade", "--plan=" + journey.plan()).exit(), is(Exit.OK));
    assertThat(rows("select source_key || outcome from rehome.records order by 1"), is(before));
    undisturbed.migrate();
    assertThat(journey.migrate().exit(), is(Exit.NOT_ACCEPTED));
    assertThat(journey.findings(), is(empty()));
    assertThat(journey.platformDigests(), is(undisturbed.platformDigests()));
    assertThat(journey.storeDigests(), is(undisturbed.storeDigests()));
  }

  @Test
  void isLeftAloneWhereALaterVersionWroteIt() throws Exception {
    assertThat("a newer migration than this test knows", rows(VERSION), is(List.of("10")));
    Journey.execute(
        journey.store(), "update rehome.migrator_schema set version = '11' where version = '10'");
    List<String> before = rows("select source_key || outcome from rehome.records order by 1");

    for (List<String> command :
        List.of(journey.migration(), List.of("store", "upgrade", "--plan=" + journey.plan()))) {
      Answer answer = Answer.to(command.toArray(String[]::new));
      assertThat(answer.err(), answer.exit(), is(Exit.PLAN_WRONG));
      assertThat(answer.err(), containsString("later version"));
    }
    assertThat(rows("select source_key || outcome from rehome.records order by 1"), is(before));
  }

  private List<String> rows(String query) throws Exception {
    return Journey.rows(journey.store(), query);
  }
}
