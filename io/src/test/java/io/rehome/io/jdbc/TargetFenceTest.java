package io.rehome.io.jdbc;

import static io.rehome.io.jdbc.TargetFixture.fresh;
import static io.rehome.io.jdbc.TargetFixture.outcomes;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rehome.io.Fence;
import io.rehome.io.FencedOff;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

final class TargetFenceTest {
  private static final Fence LATER = new Fence("pets", 8);

  @Test
  void refusesALowerTokenAndTakesTheSameAgain() {
    var fixture = new TargetFixture();
    fixture.target.raise(LATER);

    fixture.target.raise(LATER);
    assertThrows(FencedOff.class, () -> fixture.target.raise(TargetFixture.FENCE));

    assertThat(fixture.rows("select * from rehome_fence"), contains("pets 8"));
  }

  @Test
  void keepsMarketplacesApart() {
    var fixture = new TargetFixture("create table t (id int primary key)");
    var shape = fixture.shape("t");
    fixture.target.raise(new Fence("cars", 99));

    assertThat(outcomes(fixture.load(shape, fresh(shape, 1L))), contains("WRITTEN"));
  }

  @Test
  void waitsForTransactionsUnderWay() throws Exception {
    var fixture = new TargetFixture();
    try (var underWay = fixture.database.connect()) {
      underWay.setAutoCommit(false);
      TargetFence.hold(underWay, TargetFixture.FENCE);

      var raising = CompletableFuture.runAsync(() -> fixture.target.raise(LATER));

      assertThrows(TimeoutException.class, () -> raising.get(500, TimeUnit.MILLISECONDS));
      underWay.commit();
      raising.get(10, TimeUnit.SECONDS);
    }
    assertThat(fixture.rows("select token from rehome_fence"), contains("8"));
  }

  @Test
  void refusesWhereTheFenceWasNeverRaised() {
    var fixture = new TargetFixture("create table t (id int primary key)");
    var shape = fixture.shape("t");

    try (var loading = fixture.target.open(new Fence("nobody", 1))) {
      assertThrows(FencedOff.class, () -> loading.load(shape, java.util.List.of(fresh(shape, 1L))));
    }
  }

  @Test
  void needsNoRightToMakeTablesWhereADbaMadeTheFence() {
    Database database = TestServers.freshPostgres();
    var fixture = new TargetFixture(database, "create table t (id int primary key)");
    String role = "loader_" + database.name();
    TestServers.postgres().createRole(role, "pw");
    database.execute(
        "revoke create on schema public from public",
        "grant select, insert, update on rehome_fence, t to " + role);
    var target = new PostgresTargetProvider().open(TargetFixture.address(database.as(role, "pw")));
    var shape = fixture.shape("t");

    target.createFence();
    target.raise(LATER);

    try (var loading = target.open(LATER)) {
      assertThat(
          outcomes(loading.load(shape, java.util.List.of(fresh(shape, 1L)))), contains("WRITTEN"));
    }
    assertThat(target.identity(), is(fixture.target.identity()));
  }
}
