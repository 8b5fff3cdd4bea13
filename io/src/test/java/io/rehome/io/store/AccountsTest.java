package io.rehome.io.store;

import static io.rehome.io.store.StoreFixture.USER;
import static io.rehome.io.store.StoreFixture.USERS;
import static io.rehome.io.store.StoreFixture.byKey;
import static io.rehome.io.store.StoreFixture.deferred;
import static io.rehome.io.store.StoreFixture.fingerprint;
import static io.rehome.io.store.StoreFixture.lastPage;
import static io.rehome.io.store.StoreFixture.ready;
import static io.rehome.io.store.StoreFixture.rejected;
import static io.rehome.io.store.StoreFixture.skipped;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.rehome.io.Accounts;
import io.rehome.io.Book;
import io.rehome.io.Ledger;
import io.rehome.io.LookupRows;
import io.rehome.io.RejectionGroup;
import io.rehome.io.RunEntry;
import io.rehome.io.store.StoreFixture.Running;
import io.rehome.model.Outcome;
import io.rehome.model.Passage;
import io.rehome.model.Reason;
import io.rehome.model.RuleUse;
import io.rehome.model.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What can be read of a marketplace, and what the command keeps beside its pipelines. */
final class AccountsTest {
  private final StoreFixture fixture = new StoreFixture("users", "ads");
  private final Accounts accounts = fixture.store.accounts("paws");
  private final Running run = fixture.run("r1");
  private final Ledger ledger = run.ledger();

  @AfterEach
  void close() {
    fixture.close();
  }

  private void load(Passage passage) {
    ledger.confirm(ledger.begin(USERS, USER, passage), Map.of());
  }

  @Test
  void totalsCountEachRecordOnceWhateverItsHistory() {
    load(
        lastPage(
            run.ranges("users").get(0),
            ready("1", "A"),
            ready("2", "B"),
            rejected("3", Reason.NULL),
            skipped("4", "where")));
    load(byKey("users", ready("1", "AA"), rejected("2", Reason.TOO_LONG), ready("3", "C")));
    ledger.begin(USERS, USER, byKey("users", ready("5", "E"), deferred("6", List.of())));
    assertThat(
        accounts.totals(),
        equalTo(
            Map.of(
                "users",
                Map.of(
                    Outcome.LOADED, 2L,
                    Outcome.REJECTED, 1L,
                    Outcome.SKIPPED, 1L,
                    Outcome.PENDING, 2L),
                "ads",
                Map.of())));
  }

  @Test
  void booksHaveALineForEachEntityInTheOrderOfEnrolment() {
    load(lastPage(run.ranges("users").get(0), ready("1", "A"), rejected("2", Reason.NULL)));
    List<Book> books = accounts.books("r1");
    assertThat(books.stream().map(Book::entity).toList(), contains("users", "ads"));
    assertThat(books.get(0).read(), is(2L));
    assertThat(books.get(0).loaded(), is(1L));
    assertThat(books.get(0).rejected(), is(1L));
    assertThat(books.get(0).balance(), is(Book.Balance.BALANCED));
    assertThat(books.get(1).read(), is(0L));
  }

  @Test
  void rejectionsAreGroupedWithTheirFirstKeys() {
    load(
        lastPage(
            run.ranges("users").get(0),
            rejected("c", Reason.NULL),
            rejected("a", Reason.NULL),
            rejected("b", Reason.NULL),
            rejected("d", Reason.TOO_LONG)));
    Running next = fixture.runAfter(run, "r2");
    try (Ledger later = next.ledger()) {
      later.begin(USERS, USER, byKey("users", rejected("d", Reason.BAD_TEXT)));
    }
    RejectionGroup nulls =
        new RejectionGroup("users", Stage.CHECK, Reason.NULL, "name", 3, List.of("a", "b"));
    RejectionGroup texts =
        new RejectionGroup("users", Stage.CHECK, Reason.BAD_TEXT, "name", 1, List.of("d"));
    assertThat(accounts.rejections("r1", 2), contains(nulls));
    assertThat(accounts.rejections("r2", 2), contains(texts));
    assertThat(accounts.openRejections(2), contains(nulls, texts));
    List<String> each = new ArrayList<>();
    accounts.rejected("r1", one -> each.add(one.sourceKey() + " " + one.rejection().message()));
    assertThat(each, contains("a said to a", "b said to b", "c said to c"));
  }

  @Test
  void idsNameWhatIsThereInKeyOrder() {
    load(
        lastPage(
            run.ranges("users").get(0),
            ready("2", "B"),
            ready("10", "C"),
            rejected("3", Reason.NULL)));
    ledger.begin(USERS, USER, byKey("users", ready("4", "D")));
    List<String> ids = new ArrayList<>();
    accounts.ids("users", (source, target) -> ids.add(source + ">" + target));
    assertThat(ids, contains("10>10", "2>2"));
  }

  @Test
  void ruleUsesAreThoseOfTheReadingThatCounts() {
    io.rehome.model.KeyRange range = run.ranges("users").get(0);
    ledger.begin(USERS, USER, using(lastPage(range, ready("1", "A")), 100));
    load(using(lastPage(range, ready("1", "A")), 2));
    load(using(byKey("users", ready("2", "B")), 3));
    assertThat(
        accounts.rules("r1"),
        equalTo(Map.of("users", List.of(new RuleUse("bio", "missing: ''", 5)))));
  }

  private static Passage using(Passage passage, long times) {
    return new Passage(
        passage.id(),
        passage.end(),
        passage.read(),
        passage.keySum(),
        passage.candidates(),
        List.of(new RuleUse("bio", "missing: ''", times)));
  }

  @Test
  void runsAreListedLatestFirst() {
    fixture.register.finish(run.tag(), "FINISHED", 2);
    Running next = fixture.runAfter(run, "r2");
    List<RunEntry> runs = accounts.runs(10);
    assertThat(runs.stream().map(RunEntry::run).toList(), contains("r2", "r1"));
    assertThat(runs.get(0).state(), is("RUNNING"));
    assertThat(runs.get(0).exit(), is(OptionalInt.empty()));
    assertThat(runs.get(1).state(), is("FINISHED"));
    assertThat(runs.get(1).exit(), is(OptionalInt.of(2)));
    assertThat(runs.get(1).mode(), is("NORMAL"));
    assertThat(accounts.campaign().orElseThrow().id(), is(next.tag().campaign()));
  }

  @Test
  void aMarketplaceThatNeverBeganHasNoCampaign() {
    Accounts none = fixture.store.accounts("none");
    assertThat(none.campaign(), is(Optional.empty()));
    assertThat(none.runs(5), is(empty()));
    assertThat(none.totals(), is(Map.of()));
  }

  @Test
  void aPlanOfTheSameRulesKeepsItsNumber() {
    assertThat(fixture.register.planVersion("a: 1", fingerprint("rules 1")), is(1));
    assertThat(fixture.register.planVersion("a: 2", fingerprint("rules 2")), is(2));
    assertThat(fixture.register.planVersion("# a: 1", fingerprint("rules 1")), is(1));
  }

  @Test
  void aLookupOfTheSameContentKeepsItsVersion() {
    LookupRows first = new LookupRows(List.of("code"), List.of(Map.of("code", "GB")));
    LookupRows second = new LookupRows(List.of("code"), List.of(Map.of("code", "IE")));
    assertThat(fixture.register.lookup("countries", first), is(1));
    assertThat(fixture.register.lookup("countries", second), is(2));
    assertThat(fixture.register.lookup("countries", first), is(1));
    assertThat(ledger.lookup("countries", 2), equalTo(second));
  }
}
