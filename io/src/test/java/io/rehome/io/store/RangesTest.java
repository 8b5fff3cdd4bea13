package io.rehome.io.store;

import static io.rehome.io.store.StoreFixture.USER;
import static io.rehome.io.store.StoreFixture.USERS;
import static io.rehome.io.store.StoreFixture.byKey;
import static io.rehome.io.store.StoreFixture.lastPage;
import static io.rehome.io.store.StoreFixture.page;
import static io.rehome.io.store.StoreFixture.reading;
import static io.rehome.io.store.StoreFixture.ready;
import static io.rehome.io.store.StoreFixture.rejected;
import static io.rehome.io.store.StoreFixture.unchanged;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.rehome.io.Campaign;
import io.rehome.io.Ledger;
import io.rehome.io.RangeTally;
import io.rehome.io.Register.Begin;
import io.rehome.io.store.StoreFixture.Running;
import io.rehome.model.Candidate;
import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import io.rehome.model.Passage;
import io.rehome.model.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How ranges are planned, finished and split, and what the books say of them. */
final class RangesTest {
  private static final Page.End MORE = new Page.End.More();

  private final StoreFixture fixture = new StoreFixture("users");
  private final Running run = fixture.run("r1");
  private final Ledger ledger = run.ledger();

  @AfterEach
  void close() {
    fixture.close();
  }

  private Campaign campaign() {
    return fixture.register.campaign(Begin.CONTINUE);
  }

  private void load(Passage passage) {
    ledger.confirm(ledger.begin(USERS, USER, passage), Map.of());
  }

  private List<String> books() {
    return fixture.sql(
        """
        select concat_ws(' ', run, 'read', read, 'loaded', loaded, 'unchanged', unchanged,
                         'rejected', rejected, 'pending', pending,
                         case when balanced then 'balanced' else 'UNBALANCED' end)
          from rehome.books order by run, entity
        """);
  }

  @Test
  void campaignsAreNumberedWithoutGapsHoweverOftenTheyAreContinued() {
    Campaign first = campaign();
    campaign();
    campaign();
    assertThat(fixture.register.campaign(Begin.RESTART).id(), is(first.id() + 1));
  }

  @Test
  void rangesAreUnknownUntilTheyArePlanned() {
    assertThat(fixture.register.unfinished(campaign(), "users"), is(Optional.empty()));
  }

  @Test
  void boundsTileTheKeySpaceAndAreKeptOnce() {
    run.ranges("users", "10", "20");
    run.ranges("users", "15");
    assertThat(
        fixture.register.unfinished(campaign(), "users").orElseThrow(),
        contains(
            new KeyRange("users", 1, List.of(), List.of("10")),
            new KeyRange("users", 2, List.of("10"), List.of("20")),
            new KeyRange("users", 3, List.of("20"), List.of())));
  }

  @Test
  void anotherCampaignReadsAllAgain() {
    KeyRange first = run.ranges("users").get(0);
    load(lastPage(first, ready("1", "Ann")));
    assertThat(fixture.register.unfinished(campaign(), "users").orElseThrow(), is(empty()));
    Campaign second = fixture.register.campaign(Begin.RESTART);
    assertThat(fixture.register.unfinished(second, "users"), is(Optional.empty()));
    KeyRange again = run.ranges("users").get(0);
    load(lastPage(again, unchanged("1", "Ann"), ready("2", "Bob")));
    assertThat(fixture.outcomes("users"), contains("1 LOADED", "2 LOADED"));
  }

  @Test
  void aRangeIsFinishedByItsLastOpenPageWhicheverThatIs() {
    KeyRange range = run.ranges("users").get(0);
    long reading = reading();
    long second =
        ledger.begin(USERS, USER, page(range, reading, 1, new Page.End.Last(), ready("2", "B")));
    long first =
        ledger.begin(
            USERS, USER, page(range, reading, 0, new Page.End.More(), rejected("1", Reason.NULL)));
    ledger.confirm(second, Map.of());
    assertThat(books(), is(empty()));
    ledger.confirm(first, Map.of());
    assertThat(books(), contains("r1 read 2 loaded 1 unchanged 0 rejected 1 pending 0 balanced"));
  }

  @Test
  void confirmingTwiceIsAsOnce() {
    KeyRange range = run.ranges("users").get(0);
    long page = ledger.begin(USERS, USER, lastPage(range, ready("1", "Ann"), ready("2", "Bob")));
    ledger.confirm(page, StoreFixture.refused("2", Reason.TARGET_REFUSED));
    ledger.confirm(page, StoreFixture.refused("2", Reason.TARGET_REFUSED));
    assertThat(books(), contains("r1 read 2 loaded 1 unchanged 0 rejected 1 pending 0 balanced"));
  }

  @Test
  void aPageThatWasBegunTwiceCountsOnce() {
    KeyRange range = run.ranges("users").get(0);
    Passage passage = lastPage(range, ready("1", "Ann"));
    long lost = ledger.begin(USERS, USER, passage);
    long page = ledger.begin(USERS, USER, passage);
    ledger.confirm(page, Map.of());
    ledger.confirm(lost, Map.of());
    assertThat(books(), contains("r1 read 1 loaded 1 unchanged 0 rejected 0 pending 0 balanced"));
  }

  @Test
  void whatAnEarlierReadingOfTheSameRunLoadedCountsAsLoaded() {
    KeyRange range = run.ranges("users").get(0);
    load(page(range, reading(), 0, new Page.End.More(), ready("1", "Ann")));
    load(lastPage(range, unchanged("1", "Ann"), ready("2", "Bob")));
    assertThat(books(), contains("r1 read 2 loaded 2 unchanged 0 rejected 0 pending 0 balanced"));
  }

  @Test
  void whatAnEarlierRunLoadedCountsAsUnchanged() {
    KeyRange range = run.ranges("users").get(0);
    load(page(range, reading(), 0, new Page.End.More(), ready("1", "Ann")));
    Running next = fixture.runAfter(run, "r2");
    try (Ledger later = next.ledger()) {
      later.confirm(
          later.begin(USERS, USER, lastPage(range, unchanged("1", "Ann"), ready("2", "Bob"))),
          Map.of());
    }
    assertThat(books(), contains("r2 read 2 loaded 1 unchanged 1 rejected 0 pending 0 balanced"));
  }

  @Test
  void booksThatLostARowDoNotBalance() {
    KeyRange range = run.ranges("users").get(0);
    Passage whole = lastPage(range, ready("1", "Ann"), ready("2", "Bob"));
    load(whole.with(List.<Candidate>of(ready("1", "Ann"))));
    assertThat(books(), contains("r1 read 2 loaded 1 unchanged 0 rejected 0 pending 0 UNBALANCED"));
  }

  @Test
  void booksThatSwappedARowDoNotBalance() {
    KeyRange range = run.ranges("users").get(0);
    load(lastPage(range, ready("1", "Ann")).with(List.<Candidate>of(ready("9", "Ann"))));
    assertThat(books(), contains("r1 read 1 loaded 1 unchanged 0 rejected 0 pending 0 UNBALANCED"));
  }

  @Test
  void aReadingThatStoppedEarlyLeavesTheRestAsANewRange() {
    KeyRange range = run.ranges("users", "50").get(0);
    load(page(range, reading(), 0, new Page.End.Split(List.of("20")), ready("1", "Ann")));
    assertThat(
        fixture.register.unfinished(campaign(), "users").orElseThrow(),
        contains(
            new KeyRange("users", 2, List.of("50"), List.of()),
            new KeyRange("users", 3, List.of("20"), List.of("50"))));
    assertThat(
        fixture.sql("select concat_ws(' ', low, high, state) from rehome.ranges order by range_id"),
        contains("20 FINISHED", "50 OPEN", "20 50 OPEN"));
  }

  @Test
  void aRangeIsNewToOneReadingOnlyWhicheverPageBeganIt() {
    KeyRange range = run.ranges("users").get(0);
    Passage first = page(range, reading(), 0, new Page.End.More(), ready("1", "Ann"));
    Passage second = page(range, first.id().reading(), 1, new Page.End.Last(), ready("2", "Bob"));
    Passage again = lastPage(range, ready("1", "Ann"), ready("2", "Bob"));
    assertThat(ledger.isNew(again.id()), is(true));

    ledger.begin(USERS, USER, second);

    assertThat(ledger.isNew(first.id()), is(true));
    assertThat(ledger.isNew(again.id()), is(false));
    assertThat(ledger.beginNew(USERS, USER, again), is(OptionalLong.empty()));
  }

  @Test
  void noRangeIsNewOnceARecordEnteredByKey() {
    KeyRange range = run.ranges("users", "50").get(1);
    load(byKey("users", ready("60", "Ann")));
    assertThat(ledger.isNew(lastPage(range, ready("60", "Ann")).id()), is(false));
  }

  @Test
  void aPageIsNotBegunAsNewWithARecordOfAnotherRange() {
    List<KeyRange> ranges = run.ranges("users", "50");
    load(lastPage(ranges.get(0), ready("1", "Ann")));
    Passage moved = lastPage(ranges.get(1), ready("1", "Ann"), ready("60", "Bob"));

    assertThat(ledger.beginNew(USERS, USER, moved), is(OptionalLong.empty()));
    assertThat(fixture.outcomes("users"), contains("1 LOADED"));
    load(moved);
    assertThat(fixture.outcomes("users"), contains("1 LOADED", "60 LOADED"));
  }

  @Test
  void theRestOfARangeIsNewWhereItsFirstReadingLeftIt() {
    List<KeyRange> ranges = run.ranges("users", "50");
    load(page(ranges.get(0), reading(), 0, new Page.End.Split(List.of("20")), ready("1", "Ann")));
    ledger.begin(USERS, USER, page(ranges.get(1), reading(), 1, MORE, ready("90", "Bob")));
    load(page(ranges.get(1), reading(), 0, new Page.End.Split(List.of("60")), ready("55", "Cy")));

    List<KeyRange> rests = fixture.register.unfinished(campaign(), "users").orElseThrow();
    assertThat(
        rests,
        contains(
            new KeyRange("users", 3, List.of("20"), List.of("50")),
            new KeyRange("users", 4, List.of("60"), List.of())));
    assertThat(ledger.isNew(lastPage(rests.get(0), ready("30", "Di")).id()), is(true));
    assertThat(ledger.isNew(lastPage(rests.get(1), ready("90", "Bob")).id()), is(false));
  }

  @Test
  void emptyRangesAreClosedOnceAPipelineReadThem() {
    List<KeyRange> ranges = run.ranges("users", "50");
    load(lastPage(ranges.get(0), ready("1", "Ann")));
    fixture.register.closeEmpty(run.tag(), ranges);
    assertThat(fixture.register.unfinished(campaign(), "users").orElseThrow(), is(empty()));
    assertThat(
        fixture.store.accounts("paws").progress(campaign()),
        contains(new RangeTally("users", 2, 2, 0, 1)));
  }

  @Test
  void aRangeOfWhichSomePagesCameIsNotEmpty() {
    List<KeyRange> ranges = run.ranges("users");
    load(page(ranges.get(0), reading(), 0, new Page.End.More(), ready("1", "Ann")));
    fixture.register.closeEmpty(run.tag(), ranges);
    assertThat(fixture.register.unfinished(campaign(), "users").orElseThrow(), equalTo(ranges));
  }

  @Test
  void pagesThatAreConfirmedAtOnceDoNotMissEachOther() throws Exception {
    String[] bounds = new String[39];
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] = "b%02d".formatted(i);
    }
    List<KeyRange> ranges = run.ranges("users", bounds);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> work = new ArrayList<>();
      for (KeyRange range : ranges) {
        long reading = reading();
        for (int number = 0; number < 4; number++) {
          Page.End end = number == 3 ? new Page.End.Last() : new Page.End.More();
          Passage passage =
              page(range, reading, number, end, ready(range.id() + "-" + number, "x"));
          work.add(threads.submit(() -> loadAlone(passage)));
        }
      }
      for (Future<?> one : work) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(fixture.register.unfinished(campaign(), "users").orElseThrow(), is(empty()));
    assertThat(
        books(), contains("r1 read 160 loaded 160 unchanged 0 rejected 0 pending 0 balanced"));
  }

  private void loadAlone(Passage passage) {
    try (Ledger own = fixture.store.ledger(run.tag())) {
      own.confirm(own.begin(USERS, USER, passage), Map.of());
    }
  }

  @Test
  void aRecordThatReentersStandsInTheRunsBooksOnce() {
    KeyRange range = run.ranges("users").get(0);
    load(lastPage(range, ready("1", "Ann"), rejected("2", Reason.PARENT_MISSING)));
    load(byKey("users", ready("2", "Bob")));
    assertThat(books(), contains("r1 read 2 loaded 2 unchanged 0 rejected 0 pending 0 balanced"));
  }

  @Test
  void aRetryOfAnotherRunsRejectionIsReadInItsOwnBooks() {
    KeyRange range = run.ranges("users").get(0);
    load(lastPage(range, ready("1", "Ann"), rejected("2", Reason.NULL)));
    Running next = fixture.runAfter(run, "r2");
    try (Ledger later = next.ledger()) {
      later.confirm(later.begin(USERS, USER, byKey("users", ready("2", "Bob"))), Map.of());
      later.begin(USERS, USER, byKey("users", ready("3", "Cy")));
    }
    assertThat(
        books(),
        contains(
            "r1 read 2 loaded 1 unchanged 0 rejected 1 pending 0 balanced",
            "r2 read 2 loaded 1 unchanged 0 rejected 0 pending 1 balanced"));
  }
}
