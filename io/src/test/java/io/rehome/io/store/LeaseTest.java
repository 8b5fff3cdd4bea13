package io.rehome.io.store;

import static io.rehome.io.store.StoreFixture.MARKETPLACE;
import static io.rehome.io.store.StoreFixture.USER;
import static io.rehome.io.store.StoreFixture.USERS;
import static io.rehome.io.store.StoreFixture.byKey;
import static io.rehome.io.store.StoreFixture.ready;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rehome.io.FencedOff;
import io.rehome.io.Lease;
import io.rehome.io.Ledger;
import io.rehome.io.MarketplaceBusy;
import io.rehome.io.Store;
import io.rehome.io.store.StoreFixture.Running;
import io.rehome.testdata.servers.Accounts;
import io.rehome.testdata.servers.FaultProxy;
import io.rehome.testdata.servers.Passage;
import io.rehome.testdata.servers.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may write for a marketplace. */
final class LeaseTest {
  private final StoreFixture fixture = new StoreFixture("users");

  @AfterEach
  void close() {
    fixture.close();
  }

  private void endSessionOfTheHolder() {
    fixture.sql(
        """
        select pg_terminate_backend(l.pid)::text from pg_locks l
          join pg_database d on d.oid = l.database and d.datname = current_database()
         where l.locktype = 'advisory' and l.granted
        """);
    awaitLocks("0");
  }

  private void awaitLocks(String count) {
    for (int i = 0; i < 120 && !locks().equals(List.of(count)); i++) {
      sleep();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void expire() {
    fixture.database.execute("update rehome.lease set expires_at = now() - interval '1 s'");
  }

  /** Found by the drill: a run that had done all its work waited five minutes to give it back. */
  @Test
  void aStoreThatFellSilentKeepsNobodyFromEnding() throws Exception {
    try (FaultProxy proxy = new FaultProxy(TestServers.postgres().port())) {
      Store store = new PostgresStore(StoreFixture.address(proxy.to(fixture.database)));
      Lease lease = store.acquire(MARKETPLACE, "first");
      proxy.let(Passage.blackhole());

      long began = System.nanoTime();
      lease.close();

      assertThat((System.nanoTime() - began) / 1_000_000_000 < 60, is(true));
    }
  }

  @Test
  void aSecondRunIsToldWhoHoldsTheMarketplace() {
    fixture.run("first");
    MarketplaceBusy busy =
        assertThrows(MarketplaceBusy.class, () -> fixture.store.acquire(MARKETPLACE, "second"));
    assertThat(busy.getMessage(), containsString("run first on " + Host.name()));
  }

  @Test
  void anotherMarketplaceIsFree() throws Exception {
    fixture.run("first");
    fixture.store.acquire("other", "second").close();
  }

  @Test
  void aLeaseThatWasGivenBackIsFree() throws Exception {
    Running first = fixture.run("first");
    first.lease().close();
    try (Lease second = fixture.store.acquire(MARKETPLACE, "second")) {
      assertThat(second.fence().token(), greaterThan(first.lease().fence().token()));
    }
  }

  @Test
  void aHolderWhoseSessionIsGoneIsTakenOverAtOnce() throws Exception {
    Running first = fixture.run("first");
    Ledger late = first.ledger();
    endSessionOfTheHolder();
    try (Lease second = fixture.store.acquire(MARKETPLACE, "second")) {
      assertThat(second.isHeld(), is(true));
      assertThrows(
          FencedOff.class, () -> late.begin(USERS, USER, byKey("users", ready("1", "Ann"))));
    }
    assertThat(fixture.outcomes("users").isEmpty(), is(true));
    assertThat(
        fixture.sql("select state from rehome.runs where run = 'first'"), contains("STOPPED"));
  }

  @Test
  void aHolderThatIsAliveButExpiredIsFencedOff() throws Exception {
    Running first = fixture.run("first");
    Ledger late = first.ledger();
    long page = late.begin(USERS, USER, byKey("users", ready("1", "Ann")));
    expire();
    try (Lease second = fixture.store.acquire(MARKETPLACE, "second")) {
      assertThat(second.isHeld(), is(true));
      assertThrows(FencedOff.class, () -> late.confirm(page, Map.of()));
      assertThrows(FencedOff.class, () -> fixture.register.settle(first.tag(), List.of("users")));
      assertThat(fixture.outcomes("users"), contains("1 PENDING"));
      MarketplaceBusy busy =
          assertThrows(MarketplaceBusy.class, () -> fixture.store.acquire(MARKETPLACE, "third"));
      assertThat(busy.getMessage(), containsString("run second"));
    }
  }

  @Test
  void aHolderLearnsThatItWasTakenOver() throws Exception {
    Running first = fixture.run("first");
    expire();
    try (Lease second = fixture.store.acquire(MARKETPLACE, "second")) {
      for (int i = 0; i < 80 && first.lease().isHeld(); i++) {
        sleep();
      }
      assertThat(first.lease().isHeld(), is(false));
      assertThat(second.isHeld(), is(true));
    }
  }

  @Test
  void aHolderWhoseSessionWasCutGoesOnIfNobodyTookOver() throws Exception {
    Running first = fixture.run("first");
    endSessionOfTheHolder();
    awaitLocks("1");
    assertThat(first.lease().isHeld(), is(true));
    assertThrows(MarketplaceBusy.class, () -> fixture.store.acquire(MARKETPLACE, "second"));
  }

  private List<String> locks() {
    return fixture.sql(
        """
        select count(*)::text from pg_locks l
          join pg_database d on d.oid = l.database and d.datname = current_database()
         where l.locktype = 'advisory' and l.granted
        """);
  }

  @Test
  void aTakeOverWaitsForTransactionsUnderWay() throws Exception {
    Running first = fixture.run("first");
    endSessionOfTheHolder();
    try (Connection worker = fixture.database.connect();
        Statement statement = worker.createStatement()) {
      worker.setAutoCommit(false);
      statement
          .executeQuery("select from rehome.lease where marketplace = 'paws' for key share")
          .close();
      CompletableFuture<Lease> second = CompletableFuture.supplyAsync(() -> acquire("second"));
      Thread.sleep(700);
      assertThat(second.isDone(), is(false));
      worker.commit();
      try (Lease taken = second.get(10, TimeUnit.SECONDS)) {
        assertThat(taken.fence().token(), greaterThan(first.lease().fence().token()));
      }
    }
  }

  @Test
  void aTakeOverDoesNotWaitForeverForASleeper() throws Exception {
    fixture.database.execute(
        "insert into rehome.lease values ('paws', 7, 'asleep', 'host', now(), now())");
    try (Connection sleeper = Accounts.keeper(fixture.database).connect()) {
      hold(sleeper, 7);
      CompletableFuture<Lease> second = CompletableFuture.supplyAsync(() -> acquire("second"));
      try (Lease taken = second.get(30, TimeUnit.SECONDS)) {
        assertThat(taken.isHeld(), is(true));
      }
    }
  }

  /** As a worker does that is paused in the middle of a page. */
  private static void hold(Connection sleeper, long token) throws SQLException {
    sleeper.setAutoCommit(false);
    try (Statement statement = sleeper.createStatement()) {
      statement
          .executeQuery(
              "select l.token, "
                  + FenceRow.NAME_SESSION
                  + " from rehome.lease l where l.token = "
                  + token
                  + " for key share")
          .close();
    }
  }

  @Test
  void heartbeatsPassWorkersThatHoldTheFence() throws Exception {
    Running first = fixture.run("first");
    try (Connection worker = fixture.database.connect()) {
      hold(worker, first.lease().fence().token());
      String before = expiry();
      for (int i = 0; i < 80 && expiry().equals(before); i++) {
        sleep();
      }
      assertThat(expiry().equals(before), is(false));
    }
  }

  private String expiry() {
    return fixture.sql("select expires_at::text from rehome.lease").get(0);
  }

  private Lease acquire(String run) {
    try {
      return fixture.store.acquire(MARKETPLACE, run);
    } catch (MarketplaceBusy e) {
      throw new IllegalStateException(e);
    }
  }
}
