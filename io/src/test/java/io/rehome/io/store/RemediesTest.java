package io.rehome.io.store;

import static io.rehome.io.store.StoreFixture.USER;
import static io.rehome.io.store.StoreFixture.byKey;
import static io.rehome.io.store.StoreFixture.ready;
import static io.rehome.io.store.StoreFixture.reference;
import static io.rehome.io.store.StoreFixture.rejected;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.rehome.io.Failing;
import io.rehome.io.Ledger;
import io.rehome.io.store.StoreFixture.Running;
import io.rehome.model.Candidate;
import io.rehome.model.Reason;
import io.rehome.model.Reference;
import io.rehome.model.Stage;
import io.rehome.model.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What mending a kind of rejection would release. Users 1 and 2 are too long and user 3 is not
 * listed; ads wait for users, photos for ads.
 */
final class RemediesTest {
  private final StoreFixture fixture = new StoreFixture("users", "ads", "photos");
  private final Running run = fixture.run("r1");

  @BeforeEach
  void load() {
    load(
        "users",
        rejected("1", Reason.TOO_LONG),
        rejected("2", Reason.TOO_LONG),
        rejected("3", Reason.NOT_LISTED),
        ready("4", "Dan"));
    load(
        "ads",
        orphan("10", reference("users", "1")),
        orphan("20", reference("users", "2")),
        orphan("23", reference("users", "2"), reference("users", "3")),
        orphan("30", reference("users", "3")),
        orphan("90", reference("users", "9")));
    load(
        "photos",
        orphan("100", reference("ads", "10"), reference("users", "1")),
        orphan("200", reference("ads", "20"), reference("users", "4")),
        orphan("230", reference("ads", "23")),
        orphan("900", reference("ads", "90")));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private void load(String entity, Candidate... candidates) {
    Ledger ledger = run.ledger();
    ledger.confirm(
        ledger.begin(StoreFixture.source(entity), USER, byKey(entity, candidates)), Map.of());
  }

  private static Candidate orphan(String key, Reference... parents) {
    return rejected(key, Reason.PARENT_NOT_LOADED, parents);
  }

  private List<String> remedies(Failing failing) {
    return fixture.store.accounts("paws").remedies(failing, 2).stream()
        .map(
            one ->
                "%s %s: %d %s, children %d"
                    .formatted(
                        one.group().entity(),
                        one.group().reason(),
                        one.group().count(),
                        one.group().sample(),
                        one.children()))
        .toList();
  }

  private List<String> keys(Failing failing, long limit) {
    List<String> keys = new ArrayList<>();
    fixture
        .store
        .accounts("paws")
        .failing(failing, limit, one -> keys.add(one.entity() + "/" + one.sourceKey()));
    return keys;
  }

  private static Failing of(List<String> entities, Set<Reason> reasons, Set<Turn> turns) {
    return new Failing(entities, reasons, Set.of(), List.of(), turns, Optional.empty());
  }

  @Test
  void childrenAreThoseThatWaitForNothingElse() {
    assertThat(
        remedies(Failing.ANY),
        contains(
            "ads PARENT_NOT_LOADED: 5 [10, 20], children 3",
            "photos PARENT_NOT_LOADED: 4 [100, 200], children 0",
            "users TOO_LONG: 2 [1, 2], children 4",
            "users NOT_LISTED: 1 [3], children 1"));
  }

  @Test
  void aChildThatIsPresentOrTriedForAnotherReasonWaitsForNobody() {
    load("ads", ready("10", "ad"), rejected("20", Reason.TOO_LONG));
    assertThat(
        remedies(of(List.of("users"), Set.of(), Set.of())),
        contains("users TOO_LONG: 2 [1, 2], children 1", "users NOT_LISTED: 1 [3], children 1"));
  }

  @Test
  void recordsThatWaitForEachOtherAreReleasedTogether() {
    load(
        "users",
        orphan("5", reference("users", "6")),
        orphan("6", reference("users", "5"), reference("users", "1")),
        orphan("7", reference("users", "8")),
        orphan("8", reference("users", "7"), reference("users", "2"), reference("users", "3")));
    assertThat(
        remedies(of(List.of("users"), Set.of(Reason.TOO_LONG), Set.of())),
        contains("users TOO_LONG: 2 [1, 2], children 6"));
  }

  @Test
  void onlyWhatIsMeantIsListed() {
    assertThat(
        remedies(of(List.of(), Set.of(), Set.of(Turn.PLAN))),
        contains("users NOT_LISTED: 1 [3], children 1"));
    assertThat(
        keys(of(List.of("users"), Set.of(Reason.TOO_LONG), Set.of()), 10),
        contains("users/1", "users/2"));
    assertThat(keys(Failing.ANY, 4), contains("users/1", "users/2", "users/3", "ads/10"));
    assertThat(keys(of(List.of(), Set.of(Reason.TOO_LONG), Set.of(Turn.PLAN)), 9), is(empty()));
    assertThat(
        keys(
            new Failing(
                List.of(), Set.of(), Set.of(Stage.LOAD), List.of(), Set.of(), Optional.empty()),
            9),
        is(empty()));
    assertThat(keys(since(Duration.ofHours(1)), 1), contains("users/1"));
    assertThat(keys(since(Duration.ofHours(-1)), 1), is(empty()));
  }

  private static Failing since(Duration ago) {
    return new Failing(
        List.of(),
        Set.of(),
        Set.of(),
        List.of("name"),
        Set.of(),
        Optional.of(Instant.now().minus(ago)));
  }
}
