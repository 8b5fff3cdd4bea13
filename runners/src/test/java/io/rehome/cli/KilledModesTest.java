package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import io.rehome.pipelines.Exit;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RETRY_FAILED, FIND_MISSING and VERIFY whose process vanishes: the same command goes on. */
final class KilledModesTest {
  private static final int ROWS = 30_000;

  /** Pages that these modes wrote, of records that came by key. */
  private static final String LOADED =
      "select count(*) from rehome.page p join rehome.run n on n.id = p.run"
          + " where n.mode = '%s' and p.confirmed_at is not null";

  @TempDir private Path folder;
  private Crossing crossing;

  @BeforeEach
  void migrate() throws Exception {
    Database source = TestServers.freshMariaDb();
    source.execute(
        "create table things (id int primary key, note varchar(200))",
        "insert into things select seq, if(seq % 3 = 0, 'bad', 'good') from seq_1_to_" + ROWS,
        "analyze table things");
    crossing = Crossing.from(folder, source);
    crossing.target().execute("create table things (id int primary key, note text)");
    crossing.plan(
        """
        entities:
          things:
            from: things
            to: things
            id: keep
            fields: { note: note }
            check:
              - { that: "note != 'bad'", else: "a bad one" }
        """);
    crossing.migrate();
  }

  @Test
  void retryFailedGoesOnWithWhatItSelected() throws Exception {
    crossing.source().execute("update things set note = 'mended' where note = 'bad'");

    killWhen(LOADED.formatted("RETRY_FAILED"), "--mode=RETRY_FAILED");
    long before = loadedBy("RETRY_FAILED");
    Answer answer = crossing.migrate("--mode=RETRY_FAILED");

    assertThat(answer.err(), answer.exit(), is(Exit.OK));
    assertThat("it was not done before", before, greaterThan(0L));
    assertAllAreThere();
    assertThat(scans("RETRY_FAILED"), is(1L));
  }

  @Test
  void findMissingGoesOnWithWhatItFound() throws Exception {
    crossing.source().execute("update things set note = 'mended' where note = 'bad'");
    crossing.migrate("--mode=RETRY_FAILED");
    crossing.target().execute("delete from things where id % 2 = 0");

    killWhen(LOADED.formatted("FIND_MISSING"), "--mode=FIND_MISSING");
    Answer answer = crossing.migrate("--mode=FIND_MISSING");

    assertThat(answer.err(), answer.exit(), is(Exit.OK));
    assertAllAreThere();
    assertThat(scans("FIND_MISSING"), is(1L));
  }

  @Test
  void verifyGoesOnWithTheRangesThatAreLeft() throws Exception {
    crossing.target().execute("update things set note = 'mine' where id = 1");
    String looked = "select count(*) from rehome.verification_page";

    killWhen(looked, "--mode=VERIFY", "--maxReadRate=15000");
    long before = count(looked);
    Answer answer = crossing.migrate("--mode=VERIFY");

    assertThat(answer.toString(), answer.exit(), is(Exit.NOT_ACCEPTED));
    assertThat("pages of both runs", count(looked), greaterThan(before));
    assertThat(scans("VERIFY"), is(1L));
    assertThat(
        Journey.rows(
            crossing.store(),
            "select concat_ws(' ', kind, source_key, cause) from rehome.differences"),
        is(List.of("CHANGED 1 FOREIGN")));
    assertThat(
        Journey.rows(
            crossing.store(),
            "select sum(read) from rehome.verification_page v where (range_id, reading) in"
                + " (select range_id, reading from rehome.verification_page where is_last)"),
        is(List.of(String.valueOf(ROWS))));
  }

  private void assertAllAreThere() throws SQLException {
    assertThat(
        Journey.rows(
            crossing.target(), "select concat_ws(' ', count(*), sum(id::bigint)) from things"),
        is(List.of(ROWS + " " + (long) ROWS * (ROWS + 1) / 2)));
    assertThat(
        Journey.rows(
            crossing.store(), "select source_key from rehome.records where outcome <> 'LOADED'"),
        is(empty()));
    assertThat(
        Journey.rows(crossing.store(), "select run from rehome.books where not balanced"),
        is(empty()));
  }

  private void killWhen(String query, String... flags) throws Exception {
    Process run = new JavaProcess(Rehome.class).start(folder, crossing.migration(flags));
    try {
      while (count(query) < 2 && run.isAlive()) {
        Thread.sleep(5);
      }
      assertThat("it was still running", run.isAlive(), is(true));
    } finally {
      run.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
  }

  private long loadedBy(String mode) throws SQLException {
    return count(LOADED.formatted(mode));
  }

  private long scans(String mode) throws SQLException {
    return count("select count(*) from rehome.scan where mode = '%s'".formatted(mode));
  }

  private long count(String query) throws SQLException {
    return Long.parseLong(Journey.rows(crossing.store(), query).get(0));
  }
}
