package io.rehome.io.store;

import static io.rehome.io.store.StoreFixture.USER;
import static io.rehome.io.store.StoreFixture.USERS;
import static io.rehome.io.store.StoreFixture.byKey;
import static io.rehome.io.store.StoreFixture.deferred;
import static io.rehome.io.store.StoreFixture.lastPage;
import static io.rehome.io.store.StoreFixture.ready;
import static io.rehome.io.store.StoreFixture.reference;
import static io.rehome.io.store.StoreFixture.refused;
import static io.rehome.io.store.StoreFixture.settling;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.rehome.io.Ledger;
import io.rehome.io.RangeTally;
import io.rehome.io.Register;
import io.rehome.io.store.StoreFixture.Running;
import io.rehome.model.Candidate;
import io.rehome.model.KeyRange;
import io.rehome.model.Passage;
import io.rehome.model.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The books of ranges and pages that wait for deferred records. */
final class SettledBooksTest {
  private static final List<String> USERS_ALONE = List.of("users");

  private final StoreFixture fixture = new StoreFixture("users");
  private final Running run = fixture.run("r1");
  private final Ledger ledger = run.ledger();

  @AfterEach
  void close() {
    fixture.close();
  }

  private static Candidate.Deferred child(String key, String parent) {
    return deferred(key, List.of(), reference("users", parent));
  }

  private void settle() {
    fixture.register.settle(run.tag(), USERS_ALONE);
  }

  private void closeSettled() {
    fixture.register.closeSettled(run.tag(), USERS_ALONE);
  }

  @Test
  void aRangeWaitsForItsDeferredRecordsAndIsFinishedWithTheirOutcomes() {
    ledger.confirm(
        ledger.begin(
            USERS,
            USER,
            lastPage(
                run.ranges("users").get(0),
                ready("1", "root"),
                child("2", "1"),
                child("3", "1"),
                child("4", "99"))),
        Map.of());
    assertThat(
        fixture.sql("select concat_ws(' ', state, read) from rehome.ranges"), contains("WAITING"));
    assertThat(run.ranges("users"), is(empty()));
    assertThat(
        fixture
            .store
            .accounts(StoreFixture.MARKETPLACE)
            .progress(fixture.register.campaign(Register.Begin.CONTINUE)),
        hasItem(new RangeTally("users", 1, 0, 1, 4)));
    settle();
    closeSettled();
    assertThat(fixture.sql("select state from rehome.ranges"), contains("WAITING"));

    long page = ledger.begin(USERS, USER, settling("users", ready("2", "B"), ready("3", "C")));
    ledger.confirm(page, refused("3", Reason.TARGET_REFUSED));
    closeSettled();

    assertThat(
        fixture.sql("select concat_ws(' ', state, read, loaded, rejected) from rehome.ranges"),
        contains("FINISHED 4 2 2"));
    assertThat(
        fixture.sql("select concat_ws(' ', read, loaded, rejected, balanced) from rehome.books"),
        contains("4 2 2 t"));
  }

  /** Begun anew by a runner that reads a range again while, or after, another reading ends it. */
  @Test
  void aRangeCountsWhatItsReadingDeferredThoughAnotherBeganItSince() {
    KeyRange range = run.ranges("users").get(0);
    Candidate[] candidates = {ready("1", "root"), child("2", "1"), child("3", "99")};
    Passage page = lastPage(range, candidates);
    ledger.confirm(ledger.begin(USERS, USER, page), Map.of());
    ledger.begin(USERS, USER, page);
    ledger.begin(USERS, USER, lastPage(range, child("2", "1"), child("3", "99")));

    settleAndLoad(ready("2", "B"));

    assertThat(ranges(), contains("F 3 2 1 0 t"));
    assertThat(books(), contains("r1 3 2 1 0 t"));
  }

  @Test
  void aRangeCountsNothingThatOnlyAnEarlierReadingDeferred() {
    KeyRange range = run.ranges("users").get(0);
    ledger.begin(USERS, USER, lastPage(range, child("2", "2"), child("9", "9")));
    ledger.confirm(ledger.begin(USERS, USER, lastPage(range, child("2", "2"))), Map.of());

    settleAndLoad(ready("2", "B"), ready("9", "I"));

    assertThat(ranges(), contains("F 1 1 0 0 t"));
    assertThat(books(), contains("r1 1 1 0 0 t"));
  }

  @Test
  void aPageByKeyThatWasBegunTwiceIsClosedAsIfItWereOne() {
    ledger.begin(USERS, USER, byKey("users", child("2", "2"), child("3", "99")));
    ledger.confirm(
        ledger.begin(USERS, USER, byKey("users", child("2", "2"), child("3", "99"))), Map.of());
    assertThat(books(), contains("r1 2 0 0 2 t"));

    settleAndLoad(ready("2", "B"));

    assertThat(books(), contains("r1 2 1 1 0 t"));
  }

  private void settleAndLoad(Candidate... loaded) {
    settle();
    ledger.confirm(ledger.begin(USERS, USER, settling("users", loaded)), Map.of());
    closeSettled();
  }

  private List<String> ranges() {
    return fixture.sql(
        "select concat_ws(' ', state, read, loaded, rejected, pending, balanced)"
            + " from rehome.key_range");
  }

  private List<String> books() {
    return fixture.sql(
        "select concat_ws(' ', run, read, loaded, rejected, pending, balanced) from rehome.books");
  }
}
