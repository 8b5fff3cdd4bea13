package io.rehome.io.store;

import static io.rehome.io.store.StoreFixture.USER;
import static io.rehome.io.store.StoreFixture.USERS;
import static io.rehome.io.store.StoreFixture.byKey;
import static io.rehome.io.store.StoreFixture.deferred;
import static io.rehome.io.store.StoreFixture.fingerprint;
import static io.rehome.io.store.StoreFixture.lastPage;
import static io.rehome.io.store.StoreFixture.ready;
import static io.rehome.io.store.StoreFixture.reference;
import static io.rehome.io.store.StoreFixture.refused;
import static io.rehome.io.store.StoreFixture.rejected;
import static io.rehome.io.store.StoreFixture.settling;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.rehome.io.Ledger;
import io.rehome.io.Parent;
import io.rehome.io.Unproven;
import io.rehome.io.store.StoreFixture.Running;
import io.rehome.model.Candidate;
import io.rehome.model.Fingerprint;
import io.rehome.model.Outcome;
import io.rehome.model.Passage;
import io.rehome.model.Reason;
import io.rehome.model.SourceKey;
import io.rehome.model.TargetKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of records that had to wait for the others of their entity. */
final class SettlementTest {
  private static final List<String> CYCLE = List.of("users", "staff");
  private static final Fingerprint MAIL = fingerprint("mail");
  private static final Fingerprint PHONE = fingerprint("phone");

  private final StoreFixture fixture = new StoreFixture("users", "staff");
  private final Running run = fixture.run("r1");
  private final Ledger ledger = run.ledger();

  @AfterEach
  void close() {
    fixture.close();
  }

  private void load(Candidate... candidates) {
    load("users", candidates);
  }

  private void load(String entity, Candidate... candidates) {
    ledger.confirm(
        ledger.begin(
            StoreFixture.source(entity), USER, lastPage(run.ranges(entity).get(0), candidates)),
        Map.of());
  }

  private void settle() {
    fixture.register.settle(run.tag(), CYCLE);
  }

  private List<String> settled() {
    return fixture.register.settled("users", Optional.empty(), 100).stream()
        .map(SourceKey::text)
        .toList();
  }

  private static Candidate.Deferred child(String key, String parent) {
    return deferred(key, List.of(), reference("users", parent));
  }

  private static Candidate.Deferred claimant(String key, Fingerprint... claims) {
    return deferred(key, List.of(claims));
  }

  private void contend(Fingerprint claim, String... keysByRank) {
    for (int rank = 0; rank < keysByRank.length; rank++) {
      fixture.database.execute(
          "insert into rehome.contender (entity, claim, source_key, rank, field)"
              + " select id, '%s', '%s', %d, 'email' from rehome.entity where name = 'users'"
                  .formatted(claim.asUuid(), keysByRank[rank], rank));
    }
  }

  private List<String> rejections() {
    return fixture.sql(
        """
        select concat_ws(' ', entity, source_key, stage, reason, '(' || message || ')')
          from rehome.rejections order by entity, source_key
        """);
  }

  @Test
  void childrenOfWhatIsPresentOrSettledAreSettled() {
    load(ready("1", "root"), child("2", "1"), child("3", "2"));
    settle();
    assertThat(settled(), contains("2", "3"));
    assertThat(fixture.outcomes("users"), contains("1 LOADED", "2 PENDING", "3 PENDING"));
  }

  @Test
  void aRejectedParentTakesAllItsDescendantsWithIt() {
    load(rejected("1", Reason.NULL), child("2", "1"), child("3", "2"), child("4", "9"));
    settle();
    assertThat(settled(), is(empty()));
    assertThat(
        rejections(),
        contains(
            "users 1 CHECK NULL (said to 1)",
            "users 2 REFERENCE PARENT_NOT_LOADED (not loaded: users/1)",
            "users 3 REFERENCE PARENT_NOT_LOADED (not loaded: users/2)",
            "users 4 REFERENCE PARENT_MISSING (there is no users/9)"));
  }

  @Test
  void circlesAndOwnParentsAreSettled() {
    load(child("1", "1"), child("2", "3"), child("3", "2"));
    settle();
    assertThat(settled(), contains("1", "2", "3"));
  }

  @Test
  void aCircleThatHangsOnARejectedRecordFalls() {
    load(
        rejected("1", Reason.NULL),
        deferred("2", List.of(), reference("users", "3"), reference("users", "1")),
        child("3", "2"));
    settle();
    assertThat(fixture.outcomes("users"), contains("1 REJECTED", "2 REJECTED", "3 REJECTED"));
  }

  @Test
  void aCycleOfTwoEntitiesIsDecidedAsOne() {
    load("staff", deferred("s1", List.of(), reference("users", "u1")));
    load(
        "users",
        deferred("u1", List.of(), reference("staff", "s1")),
        deferred("u2", List.of(), reference("staff", "s2")));
    settle();
    assertThat(settled(), contains("u1"));
    assertThat(rejections(), contains("users u2 REFERENCE PARENT_MISSING (there is no staff/s2)"));
  }

  @Test
  void aChainOfTenThousandIsDecidedInSeconds() {
    Candidate[] chain =
        IntStream.rangeClosed(1, 10_000)
            .mapToObj(i -> child(String.valueOf(i), String.valueOf(i - 1)))
            .toArray(Candidate[]::new);
    load(chain);
    long start = System.nanoTime();
    settle();
    assertThat((System.nanoTime() - start) / 1_000_000_000 < 20, is(true));
    assertThat(rejections(), hasSize(10_000));
    assertThat(
        fixture.sql("select message from rehome.rejections where source_key = '10000'"),
        contains("not loaded: users/9999"));
  }

  @Test
  void theLowestRankWinsAContendedValue() {
    contend(MAIL, "10", "9", "8");
    load(claimant("10", MAIL), claimant("8", MAIL), claimant("9", MAIL), child("11", "8"));
    settle();
    assertThat(settled(), contains("10"));
    assertThat(
        rejections(),
        contains(
            "users 11 REFERENCE PARENT_NOT_LOADED (not loaded: users/8)",
            "users 8 CHECK DUPLICATE (has first right to the value: users/10)",
            "users 9 CHECK DUPLICATE (has first right to the value: users/10)"));
  }

  @Test
  void whoLosesOneValueDoesNotBlockAnother() {
    contend(MAIL, "1", "2");
    contend(PHONE, "0", "2", "3");
    load(claimant("1", MAIL), claimant("2", MAIL, PHONE), claimant("3", PHONE));
    settle();
    assertThat(settled(), contains("1", "3"));
    assertThat(fixture.outcomes("users"), contains("1 PENDING", "2 REJECTED", "3 PENDING"));
  }

  @Test
  void aRejectedRecordHasNoRightToAValue() {
    contend(MAIL, "1", "2");
    load(deferred("1", List.of(MAIL), reference("users", "99")), claimant("2", MAIL));
    settle();
    assertThat(settled(), contains("2"));
  }

  @Test
  void aValueThatALoadedRecordHoldsIsTaken() {
    load(ready("5", "Eve"), rejected("1", Reason.NULL));
    contend(MAIL, "1", "5");
    ledger.confirm(ledger.begin(USERS, USER, byKey("users", claimant("1", MAIL))), Map.of());
    settle();
    assertThat(
        rejections(), contains("users 1 CHECK DUPLICATE (has first right to the value: users/5)"));
  }

  @Test
  void onlyValuesOfMoreThanOneRecordAreContended() {
    contend(MAIL, "1", "2");
    contend(PHONE, "1");
    assertThat(ledger.contended("users", List.of(MAIL, PHONE)), equalTo(Set.of(MAIL)));
    assertThat(ledger.contended("staff", List.of(MAIL, PHONE)), equalTo(Set.of()));
  }

  @Test
  void aSettledRecordIsUnderWayAndADeferredOneIsNot() {
    load(ready("1", "root"), child("2", "1"));
    SourceKey two = new SourceKey("2");
    assertThat(
        ledger.parents("users", List.of(two, new SourceKey("99"))),
        equalTo(Map.of(two, new Parent.NotLoaded())));
    settle();
    assertThat(
        ledger.parents("users", List.of(two)),
        equalTo(Map.of(two, new Parent.UnderWay(new TargetKey("2")))));
    ledger.begin(USERS, USER, settling("users", ready("2", "B")));
    assertThat(
        ledger.parents("users", List.of(two)),
        equalTo(Map.of(two, new Parent.UnderWay(new TargetKey("2")))));
  }

  /** 1 <- 2 <- 3, 1 <- 4: the target refuses 2. */
  private void placeAndRefuse() {
    load(ready("1", "root"), child("2", "1"), child("3", "2"), child("4", "1"));
    settle();
    Passage placed = settling("users", ready("2", "B"), ready("3", "C"), ready("4", "D"));
    ledger.refuse(ledger.begin(USERS, USER, placed), refused("2", Reason.TARGET_REFUSED));
  }

  private List<SourceKey> doomed() {
    return fixture.register.doomed(CYCLE, "users", Optional.empty(), 10);
  }

  @Test
  void whatTheTargetRefusesStaysPendingWithAllThatHangsOnIt() {
    placeAndRefuse();

    assertThat(fixture.register.isAnyRefused(run.tag(), CYCLE), is(true));
    assertThat(
        fixture.outcomes("users"), contains("1 LOADED", "2 PENDING", "3 PENDING", "4 PENDING"));
    assertThat(doomed(), contains(new SourceKey("2"), new SourceKey("3")));
    assertThat(
        ledger.unproven("users", USER, List.of(new SourceKey("1"), new SourceKey("3"))),
        equalTo(
            Map.of(
                new SourceKey("3"),
                new Unproven(List.of(StoreFixture.document("3", "C")), Optional.empty()))));
  }

  @Test
  void whatTheTargetRefusedIsRejectedOnceItIsWithdrawn() {
    placeAndRefuse();
    fixture.register.rejectDoomed(run.tag(), CYCLE);

    assertThat(doomed(), is(empty()));
    assertThat(
        rejections(),
        contains(
            "users 2 LOAD TARGET_REFUSED (refused)",
            "users 3 REFERENCE PARENT_NOT_LOADED (not loaded: users/2)"));
    assertThat(ledger.unproven("users", USER, List.of(new SourceKey("3"))), equalTo(Map.of()));
    assertThat(settled(), contains("4"));
  }

  @Test
  void theOthersOfACycleAreConfirmedTogether() {
    placeAndRefuse();
    fixture.register.rejectDoomed(run.tag(), CYCLE);
    ledger.begin(USERS, USER, settling("users", ready("4", "D")));
    assertThat(fixture.outcomes("users"), hasItem("4 PENDING"));

    fixture.register.confirmSettled(run.tag(), CYCLE);
    fixture.register.closeSettled(run.tag(), CYCLE);

    assertThat(
        fixture.outcomes("users"), contains("1 LOADED", "2 REJECTED", "3 REJECTED", "4 LOADED"));
    assertThat(
        fixture.store.accounts(StoreFixture.MARKETPLACE).totals().get("users"),
        equalTo(Map.of(Outcome.LOADED, 2L, Outcome.REJECTED, 2L)));
    assertThat(fixture.sql("select child_key from rehome.edge order by 1"), contains("2", "3"));
  }

  @Test
  void aRecordThatIsRefusedOutsideACycleIsRejectedAtOnce() {
    load(claimant("2"), claimant("3"));
    settle();
    Passage whole = settling("users", ready("2", "B"), ready("3", "C"));
    ledger.confirm(ledger.begin(USERS, USER, whole), refused("2", Reason.TARGET_REFUSED));
    fixture.register.closeSettled(run.tag(), CYCLE);
    assertThat(fixture.outcomes("users"), contains("2 REJECTED", "3 LOADED"));
    assertThat(
        fixture.sql("select concat_ws(' ', state, read, loaded, rejected) from rehome.ranges"),
        contains("FINISHED 2 1 1"));
  }

  @Test
  void settledRecordsAreListedInKeyOrderAfterAKey() {
    load(child("b", "b"), child("a", "a"), child("c", "c"));
    settle();
    assertThat(
        fixture.register.settled("users", Optional.of(new SourceKey("a")), 1),
        contains(new SourceKey("b")));
  }

  @Test
  void childrenAreReleasedOnceAllTheirParentsAreThere() {
    load("staff", ready("s1", "Sue"));
    load(
        rejected("1", Reason.PARENT_NOT_LOADED, reference("staff", "s1")),
        rejected("2", Reason.PARENT_MISSING, reference("staff", "s1"), reference("staff", "s2")),
        rejected("3", Reason.NULL));
    assertThat(fixture.register.released(run.tag(), "users", 10), contains(new SourceKey("1")));
    assertThat(fixture.register.released(run.tag(), "users", 10), is(empty()));

    ledger.confirm(
        ledger.begin(StoreFixture.source("staff"), USER, byKey("staff", ready("s2", "Sam"))),
        Map.of());
    assertThat(fixture.register.released(run.tag(), "users", 10), contains(new SourceKey("2")));
    Running next = fixture.runAfter(run, "r2");
    assertThat(
        fixture.register.released(next.tag(), "users", 10),
        contains(new SourceKey("1"), new SourceKey("2")));
  }
}
