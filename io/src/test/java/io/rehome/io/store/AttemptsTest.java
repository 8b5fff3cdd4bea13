package io.rehome.io.store;

import static io.rehome.io.store.StoreFixture.USER;
import static io.rehome.io.store.StoreFixture.USERS;
import static io.rehome.io.store.StoreFixture.byKey;
import static io.rehome.io.store.StoreFixture.deferred;
import static io.rehome.io.store.StoreFixture.lastPage;
import static io.rehome.io.store.StoreFixture.ready;
import static io.rehome.io.store.StoreFixture.reference;
import static io.rehome.io.store.StoreFixture.refused;
import static io.rehome.io.store.StoreFixture.rejected;
import static io.rehome.io.store.StoreFixture.settling;
import static io.rehome.io.store.StoreFixture.unchanged;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.rehome.io.Ledger;
import io.rehome.io.store.StoreFixture.Running;
import io.rehome.model.Passage;
import io.rehome.model.Reason;
import io.rehome.model.Reference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the store remembers of a record's earlier attempts. */
final class AttemptsTest {
  private final StoreFixture fixture = new StoreFixture("users");
  private final Running first = fixture.run("r1");

  @AfterEach
  void close() {
    fixture.close();
  }

  private void load(Running run, Passage passage) {
    Ledger ledger = run.ledger();
    ledger.confirm(ledger.begin(USERS, USER, passage), Map.of());
  }

  /** Every attempt of user 1, the first one first. */
  private List<String> attempts() {
    return fixture.sql(
        """
        select concat_ws(' ', attempt, run, outcome, stage, reason, document)
          from rehome.attempts where marketplace = 'paws' and source_key = '1' order by attempt
        """);
  }

  @Test
  void aRecordThatFailsAgainHasOneMoreAttempt() {
    load(first, lastPage(first.ranges("users").get(0), rejected("1", Reason.TOO_LONG)));
    Running second = fixture.runAfter(first, "r2");
    load(second, byKey("users", rejected("1", Reason.NULL)));
    Running third = fixture.runAfter(second, "r3");
    load(third, byKey("users", ready("1", "Ann")));
    assertThat(
        attempts(),
        contains(
            "1 r1 REJECTED CHECK TOO_LONG",
            "2 r2 REJECTED CHECK NULL",
            "3 r3 LOADED {\"id\":\"1\",\"name\":\"Ann\"}"));
    assertThat(fixture.sql("select attempts::text from rehome.records"), contains("3"));
  }

  @Test
  void theTargetsAnswerIsKeptWithTheDocumentThatItRefused() {
    Ledger ledger = first.ledger();
    ledger.confirm(
        ledger.begin(USERS, USER, byKey("users", ready("1", "Ann"))),
        refused("1", Reason.TARGET_REFUSED));
    load(first, byKey("users", ready("1", "Anna")));
    assertThat(
        attempts(),
        contains(
            "1 r1 REJECTED LOAD TARGET_REFUSED {\"id\":\"1\",\"name\":\"Ann\"}",
            "2 r1 LOADED {\"id\":\"1\",\"name\":\"Anna\"}"));
    assertThat(fixture.sql("select message from rehome.attempt"), contains("refused"));
  }

  @Test
  void anAttemptWhoseFateIsUnknownIsKeptAsPending() {
    first.ledger().begin(USERS, USER, byKey("users", ready("1", "Ann")));
    load(fixture.runAfter(first, "r2"), byKey("users", ready("1", "Ann")));
    assertThat(
        attempts(),
        contains(
            "1 r1 PENDING {\"id\":\"1\",\"name\":\"Ann\"}",
            "2 r2 LOADED {\"id\":\"1\",\"name\":\"Ann\"}"));
  }

  @Test
  void aRejectionThatWasTakenBackByTheSourceIsRemembered() {
    load(first, byKey("users", ready("1", "Ann")));
    Running second = fixture.runAfter(first, "r2");
    load(second, byKey("users", rejected("1", Reason.NULL)));
    load(second, byKey("users", unchanged("1", "Ann")));
    load(second, byKey("users", ready("1", "Anna")));
    assertThat(
        attempts(),
        contains(
            "1 r1 LOADED {\"id\":\"1\",\"name\":\"Ann\"}",
            "2 r2 REJECTED CHECK NULL",
            "3 r1 LOADED {\"id\":\"1\",\"name\":\"Ann\"}",
            "4 r2 LOADED {\"id\":\"1\",\"name\":\"Anna\"}"));
  }

  @Test
  void aRecordThatOnlyWaitedToBeSettledHasOneAttempt() {
    load(
        first,
        lastPage(
            first.ranges("users").get(0), ready("0", "root"), deferred("1", List.of(), root())));
    fixture.register.settle(first.tag(), List.of("users"));
    first.ledger().begin(USERS, USER, settling("users", ready("1", "-")));
    load(first, settling("users", ready("1", "-")));
    assertThat(attempts(), contains("1 r1 LOADED {\"id\":\"1\",\"name\":\"-\"}"));
    assertThat(fixture.sql("select source_key from rehome.attempt"), is(empty()));
  }

  private static Reference root() {
    return reference("users", "0");
  }

  @Test
  void aFreshRangeKeepsNoHistory() {
    load(
        first,
        lastPage(first.ranges("users").get(0), ready("1", "Ann"), rejected("2", Reason.NULL)));
    assertThat(fixture.sql("select source_key from rehome.attempt"), is(empty()));
  }
}
