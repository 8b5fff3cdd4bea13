package io.rehome.io.jdbc;

import static io.rehome.io.jdbc.TargetFixture.FENCE;
import static io.rehome.io.jdbc.TargetFixture.document;
import static io.rehome.io.jdbc.TargetFixture.fresh;
import static io.rehome.io.jdbc.TargetFixture.outcomes;
import static io.rehome.io.jdbc.TargetFixture.perhaps;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rehome.io.Landing;
import io.rehome.io.Outage;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.FaultProxy;
import io.rehome.testdata.servers.Passage;
import io.rehome.testdata.servers.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class LoadOutagesTest {
  private static final String USERS = "create table users (id bigint primary key, name text)";

  @Test
  void aServerThatIsGoneIsAnOutageAndTheSameLoadingGoesOnAfterwards() throws Exception {
    Path directory = Files.createDirectories(Path.of("target", "outage")).resolve("postgres");
    TargetFixture fixture;
    PostgresServer server = PostgresServer.start(directory);
    int port = server.port();
    fixture = new TargetFixture(server.createDatabase("outage_" + System.nanoTime()), USERS);
    var users = fixture.shape("users");
    try (var loading = fixture.target.open(FENCE)) {
      loading.load(users, List.of(fresh(users, 1L, "Ann")));
      server.crash();

      assertThrows(Outage.class, () -> loading.load(users, List.of(fresh(users, 2L, "Bob"))));

      try (var again =
          PostgresServer.start(
              io.rehome.testdata.servers.ServerSettings.in(directory).onPort(port))) {
        List<Landing> landings =
            loading.load(
                users,
                List.of(perhaps(users, document(1L, "Ann"), 1L, "Ann"), fresh(users, 2L, "Bob")));

        assertThat(outcomes(landings), contains("EQUAL", "WRITTEN"));
        assertThat(again.isAlive(), is(true));
      }
    }
  }

  @Test
  void aKilledSessionIsAnOutageOrHealsAndNeverARejection() throws Exception {
    var fixture = new TargetFixture(USERS, "create table gate (id int primary key)");
    var users = fixture.shape("users");
    try (var blocker = fixture.database.connect();
        var loading = fixture.target.open(FENCE)) {
      blocker.setAutoCommit(false);
      blocker.createStatement().execute("lock table users in exclusive mode");
      var load =
          CompletableFuture.supplyAsync(
              () -> loading.load(users, List.of(fresh(users, 1L, "Ann"))));
      awaitWaiting(fixture);

      fixture.database.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where wait_event_type = 'Lock' and datname = current_database()");

      var ended =
          assertThrows(
              java.util.concurrent.ExecutionException.class, () -> load.get(20, TimeUnit.SECONDS));
      assertThat(ended.getCause().getClass(), is((Object) Outage.class));
      blocker.rollback();
      assertThat(
          outcomes(loading.load(users, List.of(fresh(users, 1L, "Ann")))), contains("WRITTEN"));
    }
  }

  @Test
  void aDeadlockIsTriedAgain() throws Exception {
    var fixture =
        new TargetFixture(
            USERS,
            "alter system set deadlock_timeout = '100ms'",
            "select pg_reload_conf()",
            "insert into users values (1, 'a'), (2, 'b')");
    var users = fixture.shape("users");
    try (var other = fixture.database.connect();
        var loading = fixture.target.open(FENCE)) {
      other.setAutoCommit(false);
      other.createStatement().execute("set deadlock_timeout = '60s'");
      other.createStatement().execute("update users set name = name where id = 2");
      var load =
          CompletableFuture.supplyAsync(
              () ->
                  loading.load(
                      users,
                      List.of(
                          perhaps(users, document(1L, "a"), 1L, "A"),
                          perhaps(users, document(2L, "b"), 2L, "B"))));
      awaitWaiting(fixture);
      other.createStatement().execute("update users set name = name where id = 1");
      other.commit();

      assertThat(outcomes(load.get(20, TimeUnit.SECONDS)), contains("WRITTEN", "WRITTEN"));
    }
    assertThat(fixture.rows("select * from users order by 1"), contains("1 A", "2 B"));
  }

  @Test
  void aCommitWithoutAnAnswerIsAnOutageAndTheNextTryFindsTheRow() throws Exception {
    var fixture = new TargetFixture(USERS);
    var users = fixture.shape("users");
    Database real = fixture.database;
    try (var proxy = new FaultProxy(portOf(real))) {
      var target = new PostgresTargetProvider().open(TargetFixture.address(proxy.to(real)));
      try (var loading = target.open(FENCE)) {
        proxy.let(
            Passage.cutAfterForwarding("COMMIT")); // the driver spells it out once a session only
        var upload = fresh(users, 2L, "Bob");

        assertThrows(Outage.class, () -> loading.load(users, List.of(upload)));

        assertThat(
            "the same again, as a caller with patience sends it",
            outcomes(loading.load(users, List.of(upload, fresh(users, 3L, "Zoe")))),
            contains("EQUAL", "WRITTEN"));
      }
      try (var laterRun = target.open(FENCE)) {
        assertThat(
            outcomes(laterRun.load(users, List.of(perhaps(users, document(2L, "Bob"), 2L, "Bob")))),
            contains("EQUAL"));
        assertThat(
            "a row of which we know nothing",
            outcomes(laterRun.load(users, List.of(fresh(users, 2L, "Bob")))),
            contains("TARGET_KEY_TAKEN"));
      }
    }
    assertThat(fixture.rows("select * from users order by 1"), contains("2 Bob", "3 Zoe"));
  }

  @Test
  void anEarlierTransactionOfOursThatEndsMeanwhileIsNoForeignChange() throws Exception {
    var fixture = new TargetFixture(USERS);
    var users = fixture.shape("users");
    try (var earlier = fixture.database.connect();
        var loading = fixture.target.open(FENCE)) {
      earlier.setAutoCommit(false);
      earlier.createStatement().execute("insert into users values (1, 'Ann')");
      var load =
          CompletableFuture.supplyAsync(
              () -> loading.load(users, List.of(perhaps(users, document(1L, "Ann"), 1L, "Anna"))));
      awaitWaiting(fixture);
      earlier.commit();

      assertThat(outcomes(load.get(20, TimeUnit.SECONDS)), contains("WRITTEN"));
    }
    assertThat(fixture.rows("select * from users"), contains("1 Anna"));
  }

  private static int portOf(Database database) {
    return java.net.URI.create(database.jdbcUrl().substring("jdbc:".length())).getPort();
  }

  private static void awaitWaiting(TargetFixture fixture) throws Exception {
    while (fixture
        .rows(
            "select 1 from pg_stat_activity where wait_event_type = 'Lock'"
                + " and datname = current_database()")
        .isEmpty()) {
      Thread.sleep(20);
    }
  }
}
