package io.rehome.io.store;

import static io.rehome.io.store.StoreFixture.USER;
import static io.rehome.io.store.StoreFixture.USERS;
import static io.rehome.io.store.StoreFixture.byKey;
import static io.rehome.io.store.StoreFixture.ready;
import static io.rehome.io.store.StoreFixture.rejected;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rehome.io.CorrectionEntry;
import io.rehome.io.Ledger;
import io.rehome.io.store.StoreFixture.Running;
import io.rehome.model.Correction;
import io.rehome.model.Passage;
import io.rehome.model.Reason;
import io.rehome.model.SourceKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators correct, and which run applies it. */
final class CorrectionsTest {
  private static final SourceKey ANN = new SourceKey("1");

  private final StoreFixture fixture = new StoreFixture("users");
  private Running run = fixture.run("r1");

  @BeforeEach
  void load() {
    load(byKey("users", rejected("1", Reason.TOO_LONG), ready("2", "Bob")));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private void load(Passage passage) {
    Ledger ledger = run.ledger();
    ledger.confirm(ledger.begin(USERS, USER, passage), Map.of());
  }

  private void correct(String by, Correction... corrections) {
    fixture.register.correct("users", Arrays.asList(corrections), "as she wrote", by);
  }

  private static Correction name(String key, String value) {
    return new Correction(new SourceKey(key), "name", Optional.of(value));
  }

  private int begin(String name) {
    run = fixture.runAfter(run, name);
    return fixture.register.corrections(run.tag());
  }

  /** The corrections of user 1, the latest first. */
  private List<String> history() {
    return fixture.store.accounts("paws").story("users", ANN).orElseThrow().corrections().stream()
        .map(
            one ->
                "%s=%s by %s, undone by %s: %s"
                    .formatted(
                        one.correction().field(),
                        one.correction().value().orElse("NULL"),
                        one.madeBy(),
                        one.undone().map(CorrectionEntry.Undone::by).orElse("nobody"),
                        one.effect()))
        .toList();
  }

  @Test
  void aRunAppliesWhatWasCorrectedBeforeItBegan() {
    correct("eva", name("1", "Ann"));
    int version = begin("r2");
    correct("eva", name("1", "Anna"), name("2", "Bo"));

    assertThat(run.ledger().corrections("users", version), contains(name("1", "Ann")));
    assertThat(
        run.ledger().corrections("users", begin("r3")),
        contains(name("1", "Anna"), name("2", "Bo")));
  }

  @Test
  void aNewCorrectionReplacesTheEarlierOneOfTheFieldAndBothAreRemembered() {
    correct("eva", name("1", "Ann"), new Correction(ANN, "id", Optional.empty()));
    correct("tom", name("1", "Anna"));

    assertThat(
        history(),
        contains(
            "name=Anna by tom, undone by nobody: NOT_APPLIED_YET",
            "id=NULL by eva, undone by nobody: NOT_APPLIED_YET",
            "name=Ann by eva, undone by tom: UNDONE"));
  }

  @Test
  void aCorrectionIsAppliedWhenAnAttemptWasMadeWithIt() {
    correct("eva", name("1", "Ann"));
    begin("r2");
    assertThat(history(), contains("name=Ann by eva, undone by nobody: NOT_APPLIED_YET"));

    load(byKey("users", ready("1", "Ann")));
    assertThat(history(), contains("name=Ann by eva, undone by nobody: APPLIED"));

    fixture.register.undo("users", ANN, List.of(), "tom");
    assertThat(history(), contains("name=Ann by eva, undone by tom: NOT_UNDONE_YET"));

    begin("r3");
    load(byKey("users", rejected("1", Reason.TOO_LONG)));
    assertThat(history(), contains("name=Ann by eva, undone by tom: UNDONE"));
  }

  @Test
  void undoTakesBackTheFieldsThatAreNamed() {
    correct("eva", name("1", "Ann"), new Correction(ANN, "id", Optional.of("9")));

    assertThat(fixture.register.undo("users", ANN, List.of("id"), "eva"), is(1));
    assertThat(fixture.register.undo("users", ANN, List.of("id"), "eva"), is(0));
    assertThat(run.ledger().corrections("users", begin("r2")), contains(name("1", "Ann")));
    assertThat(fixture.register.undo("users", ANN, List.of(), "eva"), is(1));
    assertThat(run.ledger().corrections("users", begin("r3")), is(empty()));
  }

  @Test
  void aRecordThatTheStoreDoesNotHaveCannotBeCorrected() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> correct("eva", name("3", "Cy")));

    assertThat(refused.getMessage(), is("the store has no record users/3"));
    assertThat(fixture.sql("select field from rehome.corrections"), is(empty()));
  }
}
