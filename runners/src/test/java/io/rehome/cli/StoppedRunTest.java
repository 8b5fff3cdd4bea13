package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.rehome.pipelines.Exit;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that something stops which is no outage. */
final class StoppedRunTest {
  private static final String PLAN =
      """
        users:
          from: members
          to: users
          id: keep
          fields: { name: name }
        pets:
          from: pets
          to: pets
          id: keep
          fields: { owner: { ref: users, from: owner } }
      """;

  private static final String WAITING =
      "select pid from pg_locks where relation = 'users'::regclass"
          + " and mode = 'RowExclusiveLock' and not granted";

  @TempDir private Path folder;
  private SmallMove admin;
  private SmallMove move;
  private String account;

  @BeforeEach
  void begin() throws Exception {
    admin = SmallMove.begin(folder, PLAN);
    account = "mover_" + admin.target().name();
    admin
        .source()
        .execute(
            "create table members (id int primary key, name varchar(20))",
            "insert into members select seq, 'somebody' from seq_1_to_300",
            "create table pets (id int primary key, owner int)",
            "insert into pets values (1, 7)",
            "create user %s identified by 'm'".formatted(account),
            "grant select on members to " + account,
            "grant select, update on pets to " + account);
    admin
        .target()
        .execute(
            "create table users (id int primary key, name text)",
            "create table pets (id int primary key, owner int)",
            "create role %s login password 'm'".formatted(account),
            "grant all on users, pets, rehome_fence to " + account);
    move =
        new SmallMove(
            folder,
            admin.source().as(account, "m"),
            admin.target().as(account, "m"),
            admin.store());
    move.plan(PLAN);
  }

  @Test
  void byAFaultIsFinishedAsFailedAndTheSameCommandContinues() throws Exception {
    Answer stopped =
        whileItLoads(users -> users.execute("alter table users rename name to called"));

    assertThat(stopped.exit(), is(Exit.RESUMABLE));
    assertThat(stopped.err(), containsString("rehome stopped by a fault of its own"));
    assertThat(stopped.err(), containsString("What is done is safe"));
    assertThat(runs(), contains("FAILED 3"));

    admin.target().execute("alter table users rename called to name");
    assertThat(move.migrate().exit(), is(Exit.OK));
    assertThat(runs(), contains("FAILED 3", "FINISHED 0"));
    assertThat(Journey.rows(admin.target(), "select count(*) from users"), contains("300"));
  }

  @Test
  void byALostRightInTheTargetSaysSo() throws Exception {
    Answer stopped = whileItLoads(users -> users.execute("revoke all on users from " + account));

    assertThat(stopped.exit(), is(Exit.RESUMABLE));
    assertThat(stopped.out(), containsString("refused to load users (SQL state 42501)"));
    assertThat(stopped.out(), containsString("look at the account, its password and its rights"));
    assertThat(stopped.err(), not(containsString("fault")));
    assertThat(runs(), contains("FAILED 3"));

    admin.target().execute("grant all on users to " + account);
    assertThat(move.migrate().exit(), is(Exit.OK));
  }

  @Test
  void byALostRightInTheSourceSaysSo() throws Exception {
    Answer stopped =
        whileItLoads(users -> admin.source().execute("revoke select on pets from " + account));

    assertThat(stopped.exit(), is(Exit.RESUMABLE));
    assertThat(stopped.out(), containsString("look at the account, its password and its rights"));
    assertThat(runs(), contains("FAILED 3"));
  }

  /**
   * Keeps the run at its first write of a user until something has changed. (To look for the first
   * user there is no way: a range's pages are loaded within milliseconds of each other.)
   */
  private Answer whileItLoads(Change change) throws Exception {
    try (Connection holder = admin.target().connect();
        Statement users = holder.createStatement()) {
      holder.setAutoCommit(false);
      users.execute("lock table users in access exclusive mode");
      CompletableFuture<Answer> run = CompletableFuture.supplyAsync(() -> move.migrate());
      while (Journey.rows(admin.target(), WAITING).isEmpty() && !run.isDone()) {
        Thread.sleep(50);
      }
      change.make(users);
      holder.commit();
      return run.get();
    }
  }

  /** What is changed, by a statement of the session that holds the users or by another. */
  private interface Change {
    void make(Statement users) throws Exception;
  }

  private List<String> runs() throws Exception {
    return Journey.rows(
        admin.store(), "select state || ' ' || exit from rehome.runs order by started");
  }
}
