package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.rehome.pipelines.Exit;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who sent a message registered while the messages were read: the message was loaded with what
 * stands for a sender that is not there. A writer on the source showed that it stayed so for good.
 */
final class LateParentTest {
  private static final String PLAN =
      """
      entities:
        users:
          from: members
          to: users
          id: offset(100)
          fields: { name: name, friend_id: { ref: users, from: friend, missing: null } }
        messages:
          from: messages
          to: messages
          id: keep
          fields:
            sender_id: { ref: users, from: sender, missing: %s }
            reader_id: { ref: users, from: reader, missing: null }
            body: body
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"null,full", "{ value: 101 },full", "{ value: 101 },fingerprints"})
  void isLinkedByTheRunThatBringsItsParent(String missing, String keep) throws Exception {
    Crossing crossing = crossing(missing, keep);
    crossing.migrate();
    String standIn = missing.equals("null") ? "" : " 101";
    assertThat(linked(crossing), is(List.of("1 101 102", "2" + standIn, "3" + standIn, "4 101")));

    crossing.source().execute("insert into members values (3, 'cid', null), (4, 'dan', 4)");
    Answer answer = crossing.migrate("--mode=DIFF", "--entities=users");

    assertThat(answer.err(), answer.exit(), is(Exit.OK));
    assertThat(
        crossing.books(),
        is(List.of("messages read 3 loaded 3", "users read 4 loaded 2 unchanged 2")));
    assertThat(linked(crossing), is(List.of("1 101 102", "2 103 104", "3 103", "4 101 104")));
    assertThat(verified(crossing), is(Exit.OK));
    crossing.migrate("--mode=DIFF");
    assertThat(
        crossing.books(), is(List.of("messages read 4 unchanged 4", "users read 4 unchanged 4")));
    assertThat(
        Journey.rows(crossing.store(), "select child_key from rehome.stand_in"), is(empty()));
  }

  /** Of a message with two of them, one may still be missing. */
  @ParameterizedTest
  @CsvSource({"FIND_MISSING", "RETRY_FAILED"})
  void isLinkedByWhateverModeAndWaitsForTheOther(String mode) throws Exception {
    Crossing crossing = crossing("null", "full");
    crossing.source().execute("insert into members values (4, null, 4)");
    crossing.migrate();
    crossing.source().execute("update members set name = 'dan' where id = 4");

    crossing.migrate("--mode=RETRY_FAILED");
    crossing.migrate("--mode=" + mode);

    assertThat(linked(crossing), is(List.of("1 101 102", "2 104", "3", "4 101 104")));
    assertThat(
        Journey.rows(
            crossing.store(),
            "select child_key || ' ' || parent_key from rehome.stand_in order by 1"),
        is(List.of("2 3", "3 3")));
  }

  @Test
  void isLinkedByTheSameCommandWhereItWasKilledBeforeTheTargetKnew() throws Exception {
    Crossing crossing = crossing("null", "full");
    crossing.migrate();
    crossing.source().execute("insert into members values (3, 'cid', null), (4, 'dan', 4)");
    killedWhileItLinks(crossing);
    assertThat(linked(crossing), is(List.of("1 101 102", "2", "3", "4 101")));

    Answer answer = crossing.migrate("--mode=DIFF");

    assertThat(answer.err(), answer.exit(), is(Exit.OK));
    assertThat(linked(crossing), is(List.of("1 101 102", "2 103 104", "3 103", "4 101 104")));
    assertThat(
        Journey.rows(crossing.store(), "select child_key from rehome.stand_in"), is(empty()));
  }

  private void killedWhileItLinks(Crossing crossing) throws Exception {
    String waiting =
        "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = '%s'"
            .formatted(crossing.target().name());
    try (Connection blocking = crossing.target().connect();
        Statement lock = blocking.createStatement()) {
      blocking.setAutoCommit(false);
      lock.execute("select * from messages for update");
      Process run = new JavaProcess(Rehome.class).start(folder, crossing.migration("--mode=DIFF"));
      while (run.isAlive() && Journey.rows(crossing.target(), waiting).isEmpty()) {
        Thread.sleep(50);
      }
      assertThat("it was still running", run.isAlive(), is(true));
      run.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      crossing
          .target()
          .execute(
              "select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                  + " where wait_event_type = 'Lock' and datname = '"
                  + crossing.target().name()
                  + "'");
    }
  }

  private Exit verified(Crossing crossing) {
    return Answer.to(
            "verify", "--plan=" + crossing.planFile(), "--reports=" + folder.resolve("reports"))
        .exit();
  }

  private static List<String> linked(Crossing crossing) throws Exception {
    return Journey.rows(
        crossing.target(),
        "select concat_ws(' ', message_id, sender_id, reader_id) from messages order by 1");
  }

  private Crossing crossing(String missing, String keep) throws Exception {
    Database source = TestServers.freshMariaDb();
    source.execute(
        "create table members (id int primary key, name varchar(20), friend int)",
        "create table messages (message_id int primary key, sender int, reader int, body text)",
        "insert into members values (1, 'ann', 2), (2, 'bob', 1)",
        "insert into messages values (1, 1, 2, 'a'), (2, 3, 4, 'b'), (3, 3, null, 'c'), (4, 1, 4, 'd')");
    Crossing crossing = Crossing.from(folder, source);
    crossing
        .target()
        .execute(
            "create table users (id int primary key, name text not null,"
                + " friend_id int references users)",
            "create table messages (message_id int primary key, sender_id int references users,"
                + " reader_id int references users, body text)");
    crossing.plan(PLAN.formatted(missing));
    String plan = Files.readString(crossing.planFile());
    Files.writeString(
        crossing.planFile(), plan.replace("store: { ", "store: { keep: " + keep + ", "));
    return crossing;
  }
}
