package io.rehome.io.store;

import static io.rehome.io.store.StoreFixture.USER;
import static io.rehome.io.store.StoreFixture.USERS;
import static io.rehome.io.store.StoreFixture.byKey;
import static io.rehome.io.store.StoreFixture.fingerprint;
import static io.rehome.io.store.StoreFixture.lastPage;
import static io.rehome.io.store.StoreFixture.page;
import static io.rehome.io.store.StoreFixture.ready;
import static io.rehome.io.store.StoreFixture.refused;
import static io.rehome.io.store.StoreFixture.rejected;
import static io.rehome.io.store.StoreFixture.row;
import static io.rehome.io.store.StoreFixture.skipped;
import static io.rehome.io.store.StoreFixture.unchanged;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.rehome.io.Held;
import io.rehome.io.Known;
import io.rehome.io.Lease;
import io.rehome.io.Ledger;
import io.rehome.io.RunTag;
import io.rehome.io.Upload;
import io.rehome.io.store.StoreFixture.Running;
import io.rehome.model.KeyRange;
import io.rehome.model.Outcome;
import io.rehome.model.Page;
import io.rehome.model.Reason;
import io.rehome.model.SourceKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A page's way from begin to confirm, and what is known of its records on the way. */
final class PagesTest {
  private static final SourceKey ANN = new SourceKey("1");

  private final StoreFixture fixture = new StoreFixture("users");
  private final Running run = fixture.run("r1");
  private final Ledger ledger = run.ledger();

  @AfterEach
  void close() {
    fixture.close();
  }

  private KeyRange range() {
    return run.ranges("users").get(0);
  }

  @Test
  void aPageIsPendingUntilItIsConfirmed() {
    long page =
        ledger.begin(
            USERS,
            USER,
            lastPage(
                range(),
                ready("1", "Ann"),
                rejected("2", Reason.NULL),
                skipped("3", "where"),
                ready("4", "Dan")));
    assertThat(
        fixture.outcomes("users"), contains("1 PENDING", "2 REJECTED", "3 SKIPPED", "4 PENDING"));

    ledger.confirm(page, Map.of());

    assertThat(
        fixture.outcomes("users"), contains("1 LOADED", "2 REJECTED", "3 SKIPPED", "4 LOADED"));
  }

  @Test
  void whatTheTargetRefusesIsRejectedAlone() {
    long page = ledger.begin(USERS, USER, lastPage(range(), ready("1", "Ann"), ready("2", "Bob")));
    ledger.confirm(page, refused("2", Reason.TARGET_REFUSED));
    assertThat(fixture.outcomes("users"), contains("1 LOADED", "2 REJECTED"));
    assertThat(
        fixture.sql("select stage||' '||reason||' '||message||' '||turn from rehome.rejections"),
        contains("LOAD TARGET_REFUSED refused TARGET"));
  }

  @Test
  void aCrashBeforeConfirmLeavesPendingAndTheRetryCountsOnce() {
    KeyRange range = range();
    ledger.begin(USERS, USER, lastPage(range, ready("1", "Ann"), rejected("2", Reason.NULL)));

    Running next = fixture.runAfter(run, "r2");
    assertThat(next.ranges("users"), contains(range));
    Ledger again = next.ledger();
    Held held = again.held("users", USER, List.of(ANN)).get(ANN);
    assertThat(held.documents(), contains(StoreFixture.document("1", "Ann")));
    assertThat(held.claim(), is(Upload.Claim.PERHAPS_HELD));
    assertThat(again.known("users", List.of(ANN)).get(ANN).confirmed(), is(Optional.empty()));

    long page =
        again.begin(USERS, USER, lastPage(range, ready("1", "Ann"), rejected("2", Reason.NULL)));
    again.confirm(page, Map.of());

    assertThat(fixture.outcomes("users"), contains("1 LOADED", "2 REJECTED"));
    assertThat(
        fixture.sql(
            "select run||' '||read||' '||loaded||' '||rejected||' '||balanced from rehome.books"),
        contains("r2 2 1 1 true"));
    assertThat(fixture.sql("select attempts::text from rehome.records"), contains("2", "2"));
    assertThat(
        fixture.sql("select state||' '||attempt from rehome.ranges"), contains("FINISHED 2"));
  }

  @Test
  void aLoadedRecordWhoseNewVersionIsRejectedIsStillThere() {
    ledger.confirm(ledger.begin(USERS, USER, byKey("users", ready("1", "Ann"))), Map.of());
    ledger.confirm(
        ledger.begin(USERS, USER, byKey("users", rejected("1", Reason.TOO_LONG))), Map.of());

    assertThat(fixture.outcomes("users"), contains("1 REJECTED"));
    assertThat(
        fixture.sql("select confirmed_document||target_key from rehome.records"),
        contains("{\"id\":\"1\",\"name\":\"Ann\"}1"));
    assertThat(fixture.sql("select source_key||'>'||target_key from rehome.ids"), contains("1>1"));
    Held held = ledger.held("users", USER, List.of(ANN)).get(ANN);
    assertThat(held.documents(), contains(StoreFixture.document("1", "Ann")));
    assertThat(held.claim(), is(Upload.Claim.AS_CONFIRMED));
  }

  @Test
  void theTargetMayHoldEachDocumentThatWasSentWithoutAnAnswer() {
    ledger.confirm(ledger.begin(USERS, USER, byKey("users", ready("1", "Ann"))), Map.of());
    ledger.begin(USERS, USER, byKey("users", ready("1", "Anna")));
    ledger.begin(USERS, USER, byKey("users", ready("1", "Anne")));
    Held held = ledger.held("users", USER, List.of(ANN)).get(ANN);
    assertThat(
        held.documents(),
        containsInAnyOrder(
            StoreFixture.document("1", "Ann"),
            StoreFixture.document("1", "Anna"),
            StoreFixture.document("1", "Anne")));
    assertThat(held.claim(), is(Upload.Claim.PERHAPS_HELD));

    long page = ledger.begin(USERS, USER, byKey("users", ready("1", "Ana")));
    ledger.confirm(page, Map.of());

    assertThat(
        ledger.held("users", USER, List.of(ANN)).get(ANN),
        equalTo(new Held(List.of(StoreFixture.document("1", "Ana")), Upload.Claim.AS_CONFIRMED)));
  }

  @Test
  void knowsTheLatestSourceRowAndTheConfirmedDocument() {
    ledger.confirm(ledger.begin(USERS, USER, byKey("users", ready("1", "Ann"))), Map.of());
    ledger.confirm(
        ledger.begin(USERS, USER, byKey("users", ready("1", "Anna"))),
        refused("1", Reason.TARGET_CHANGED));
    assertThat(
        ledger.known("users", List.of(ANN, new SourceKey("2"))),
        equalTo(
            Map.of(
                ANN,
                new Known(
                    Outcome.REJECTED,
                    fingerprint("1", "Anna"),
                    Optional.of(fingerprint("document", "1", "Ann")),
                    "r1"))));
  }

  @Test
  void anUnchangedRecordKeepsItsDocumentAndTakesTheNewOriginal() {
    ledger.confirm(ledger.begin(USERS, USER, byKey("users", ready("1", "Ann"))), Map.of());
    ledger.confirm(ledger.begin(USERS, USER, byKey("users", unchanged("1", "ANN"))), Map.of());
    assertThat(fixture.outcomes("users"), contains("1 LOADED"));
    assertThat(
        fixture.sql("select source || document || attempts from rehome.records"),
        contains("{\"id\":\"1\",\"name\":\"ANN\"}{\"id\":\"1\",\"name\":\"Ann\"}1"));
  }

  @Test
  void aRejectedRecordThatIsBackToWhatTheTargetHoldsIsLoadedAgain() {
    ledger.confirm(ledger.begin(USERS, USER, byKey("users", ready("1", "Ann"))), Map.of());
    ledger.confirm(
        ledger.begin(USERS, USER, byKey("users", rejected("1", Reason.TOO_LONG))), Map.of());
    ledger.confirm(ledger.begin(USERS, USER, byKey("users", unchanged("1", "Ann"))), Map.of());
    assertThat(fixture.outcomes("users"), contains("1 LOADED"));
    assertThat(
        fixture.sql("select document || coalesce(reason, '-') from rehome.records"),
        contains("{\"id\":\"1\",\"name\":\"Ann\"}-"));
    assertThat(
        fixture.store.accounts("paws").totals(),
        equalTo(Map.of("users", Map.of(Outcome.LOADED, 1L))));
  }

  @Test
  void aRecordThatWasReadBeforeItsRangeGoesOverWhatStands() {
    KeyRange range = range();
    ledger.confirm(ledger.begin(USERS, USER, byKey("users", ready("2", "Bob"))), Map.of());
    long page = ledger.begin(USERS, USER, lastPage(range, ready("1", "Ann"), ready("2", "Bobby")));
    ledger.confirm(page, Map.of());
    assertThat(fixture.outcomes("users"), contains("1 LOADED", "2 LOADED"));
    assertThat(
        fixture.store.accounts("paws").totals(),
        equalTo(Map.of("users", Map.of(Outcome.LOADED, 2L))));
  }

  @Test
  void givesBackTheOriginalsThatItKept() {
    ledger.begin(
        USERS, USER, lastPage(range(), ready("1", "Änne \u0000 🐕"), skipped("2", "where")));
    assertThat(
        ledger.kept(USERS, List.of(ANN)).get(0).values(),
        equalTo(row("1", "Änne \u0000 🐕").values()));
  }

  @Test
  void tellsHowManyOriginalsFit() {
    String large = "A".repeat(1000);
    ledger.begin(
        USERS, USER, lastPage(range(), ready("1", large), ready("2", "B"), ready("3", large)));
    List<SourceKey> keys = List.of(ANN, new SourceKey("3"), new SourceKey("2"));
    assertThat(ledger.fitting("users", keys, 1), is(1));
    assertThat(ledger.fitting("users", keys, 1500), is(2));
    assertThat(ledger.fitting("users", keys, 5000), is(3));
    assertThat(ledger.fitting("users", List.of(new SourceKey("9")), 1), is(1));
  }

  @Test
  void aKeyThatPostgresqlCannotHoldIsKeptAllTheSame() {
    SourceKey odd = new SourceKey("a\u0000b\uD83D\uFFFF");
    long page = ledger.begin(USERS, USER, lastPage(range(), ready(odd.text(), "Ann")));
    ledger.confirm(page, Map.of());
    assertThat(ledger.known("users", List.of(odd)).get(odd).outcome(), is(Outcome.LOADED));
  }

  @Test
  void aPageOfOneReadingDoesNotFinishAnother() {
    KeyRange range = range();
    long first = StoreFixture.reading();
    long second = StoreFixture.reading();
    ledger.confirm(
        ledger.begin(USERS, USER, page(range, first, 0, new Page.End.More(), ready("1", "A"))),
        Map.of());
    ledger.confirm(
        ledger.begin(USERS, USER, page(range, second, 1, new Page.End.Last(), ready("2", "B"))),
        Map.of());
    assertThat(fixture.sql("select state from rehome.ranges"), contains("OPEN"));
    ledger.confirm(
        ledger.begin(USERS, USER, page(range, second, 0, new Page.End.More(), ready("1", "A"))),
        Map.of());
    assertThat(
        fixture.sql("select state||' '||read||' '||loaded from rehome.ranges"),
        contains("FINISHED 2 2"));
  }

  @Test
  void aRowThatAnotherMarketplaceOwnsIsNotHeldByARecordThatWasNeverAcknowledged() throws Exception {
    ledger.begin(USERS, USER, byKey("users", ready("1", "Ann"), ready("2", "Bob")));
    fixture.store.register("claws").enrol(Map.of("members", "users"));
    try (Lease lease = fixture.store.acquire("claws", "c1")) {
      RunTag tag = new RunTag("claws", 1, "c1", 1, lease.fence());
      try (Ledger other = fixture.store.ledger(tag)) {
        other.confirm(
            other.begin(StoreFixture.source("members"), USER, byKey("members", ready("1", "Ann"))),
            Map.of());
      }
    }
    assertThat(
        ledger.held("users", USER, List.of(ANN, new SourceKey("2"))).keySet(),
        contains(new SourceKey("2")));
  }

  @Test
  void aConnectionThatWasLostBetweenTwoCallsIsNotNoticed() {
    KeyRange range = range();
    long page = ledger.begin(USERS, USER, lastPage(range, ready("1", "Ann")));
    fixture.sql(
        """
        select pg_terminate_backend(pid, 5000)::text from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()
        """);
    ledger.confirm(page, Map.of());
    assertThat(fixture.outcomes("users"), contains("1 LOADED"));
  }
}
