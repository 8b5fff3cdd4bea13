package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.rehome.pipelines.Exit;
import io.rehome.testdata.demo.Scale;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was rejected is tried again, and nothing else is touched. */
final class RetryFailedTest {
  private static final String OUTCOME =
      "select outcome || ' ' || attempts from rehome.records where entity = '%s' and source_key = '%s'";

  @TempDir private Path folder;
  private Journey journey;

  @BeforeEach
  void migrate() throws Exception {
    journey = Journey.begin(folder.resolve("pets"), new Scale(1_000));
    journey.migrate();
  }

  @Test
  void bringsWhatWasMendedAndTheChildrenThatWaitedForIt() throws Exception {
    assertThat(outcome("users", "9"), is("REJECTED 1"));
    int waiting = waitingFor("9");

    source("update members set state = 'A' where member_id = 9");
    Answer answer = journey.migrate("--mode=RETRY_FAILED", "--reason=NOT_LISTED");

    assertThat(answer.toString(), answer.exit(), is(Exit.NOT_ACCEPTED));
    assertThat(outcome("users", "9"), is("LOADED 2"));
    assertThat(outcome("users", "29"), is("REJECTED 2"));
    assertThat("another reason is left alone", outcome("users", "6"), is("REJECTED 1"));
    assertThat("they were " + waiting, waitingFor("9"), is(0));
    assertThat(
        Journey.rows(journey.store(), "select bool_and(balanced) from rehome.books"),
        is(List.of("t")));
  }

  @Test
  void whatFailsAgainHasOneMoreAttemptAndNothingElseChanged() throws Exception {
    List<String> store = journey.storeDigests();
    List<String> platform = journey.rowVersions();

    journey.migrate("--mode=RETRY_FAILED");

    assertThat(journey.storeDigests(), is(store));
    assertThat(journey.rowVersions(), is(platform));
    assertThat(
        Journey.rows(
            journey.store(), "select distinct attempts from rehome.records where reason = 'NULL'"),
        is(List.of("2")));
    assertThat(journey.findings(), is(empty()));
  }

  @Test
  void takesTheKeptOriginalWhereItIsToldTo() throws Exception {
    source("update members set state = 'A' where member_id = 9");

    journey.migrate("--mode=RETRY_FAILED", "--reason=NOT_LISTED", "--from=store");

    assertThat(outcome("users", "9"), is("REJECTED 2"));
  }

  @Test
  void aRecordThatTheSourceHasNoMoreIsGone() throws Exception {
    source("set foreign_key_checks = 0");
    source("delete from members where member_id = 29");

    Answer answer = journey.migrate("--mode=RETRY_FAILED", "--entities=users", "--keys=29");

    assertThat(answer.toString(), answer.exit(), is(Exit.OK));
    assertThat(outcome("users", "29"), is("GONE 2"));
    assertThat(
        Journey.rows(
            journey.store(),
            "select read || ' ' || gone || ' ' || balanced from rehome.books"
                + " where run like '%retry%' and entity = 'users'"),
        is(List.of("1 1 true")));
  }

  @Test
  void nothingFailedMeansNothingDone() throws Exception {
    Answer answer =
        journey.migrate("--mode=RETRY_FAILED", "--entities=stores", "--reason=BAD_VALUE");

    assertThat(answer.toString(), answer.exit(), is(Exit.OK));
    assertThat(answer.out(), containsString("RETRY_FAILED"));
  }

  private String outcome(String entity, String key) throws SQLException {
    return Journey.rows(journey.store(), OUTCOME.formatted(entity, key)).get(0);
  }

  private int waitingFor(String user) throws SQLException {
    return Integer.parseInt(
        Journey.rows(
                journey.store(),
                "select count(*) from rehome.rejections where reason = 'PARENT_NOT_LOADED'"
                    + " and entity = 'listings' and message like '%"
                    + user
                    + "' and source::json ->> 'member_id' = '"
                    + user
                    + "'")
            .get(0));
  }

  private void source(String statement) throws SQLException {
    try (Connection connection = journey.source().connect();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}
