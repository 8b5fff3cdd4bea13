package io.rehome.pipelines;

import static io.rehome.pipelines.Ads.document;
import static io.rehome.pipelines.Ads.passage;
import static io.rehome.pipelines.Ads.row;
import static io.rehome.pipelines.Ads.source;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.rehome.io.Upload;
import io.rehome.model.Candidate;
import io.rehome.model.Document;
import io.rehome.model.Outcome;
import io.rehome.model.Reason;
import io.rehome.model.Rejection;
import io.rehome.model.Stage;
import io.rehome.model.TargetKey;
import io.rehome.transforms.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class LoadTest {
  private static final Document REX = document(5L, "rex", 7L, null, 1L);
  private static final Document MAX = document(6L, "max", 7L, null, null);
  private static final Rejection BAD =
      new Rejection(Stage.LOAD, Reason.TARGET_REFUSED, "slug", "the target's own check");
  private final List<String> journal = new ArrayList<>();
  private final FakeLedger ledger = new FakeLedger(journal);
  private final FakeLoading target = new FakeLoading(journal);

  @Test
  void isDurableInTheStoreBeforeTheTargetSeesIt() {
    load(Pass.FIRST, ready(REX), ready(MAX));

    assertThat(
        journal, contains("held ads [5, 6]", "begin [5, 6]", "load [5, 6]", "confirm, refused []"));
    assertThat(target.rows, is(Map.of(new TargetKey("5"), REX, new TargetKey("6"), MAX)));
    assertThat(outcomes(), is(Map.of("5", Outcome.LOADED, "6", Outcome.LOADED)));
  }

  @Test
  void recordsWhatTheTargetRefused() {
    target.refusing("5", BAD);

    load(Pass.FIRST, ready(REX), ready(MAX));

    assertThat(outcomes(), is(Map.of("5", Outcome.REJECTED, "6", Outcome.LOADED)));
    assertThat(ledger.kept("ads", "5").rejection, is(BAD));
    assertThat(target.rows, is(Map.of(new TargetKey("6"), MAX)));
  }

  @Test
  void recordsAPageOfWhichNothingIsLoaded() {
    Candidate skipped = new Candidate.Skipped(row(4, "a", 7L, null, null), source(4), "where");

    load(Pass.FIRST, skipped);

    assertThat(journal, contains("begin [4]", "confirm, refused []"));
    assertThat(outcomes(), is(Map.of("4", Outcome.SKIPPED)));
  }

  @Test
  void sendsWhatTheTargetMayHoldOfARecord() {
    Document old = document(5L, "old", 7L, null, 1L);
    ledger.loaded("ads", "5", "5", old.values().toArray());

    load(Pass.FIRST, ready(REX), ready(MAX));

    assertThat(
        target.uploads,
        contains(
            new Upload(new TargetKey("5"), REX, List.of(old), Upload.Claim.AS_CONFIRMED),
            new Upload(new TargetKey("6"), MAX, List.of(), Upload.Claim.PERHAPS_HELD)));
  }

  @Test
  void replacesForeignChangesOnlyWhereTheEntitySaysSo() {
    ledger.loaded("ads", "5", "5", 5L, "old", 7L, null, 1L);
    target.rows.put(new TargetKey("5"), document(5L, "foreign", 7L, null, 1L));

    load(Pass.FIRST, ready(REX));
    assertThat(ledger.kept("ads", "5").rejection.reason(), is(Reason.TARGET_CHANGED));

    load(Stretch.Foreign.OVERWRITE, Pass.FIRST, ready(REX));
    assertThat(ledger.kept("ads", "5").outcome, is(Outcome.LOADED));
    assertThat(target.rows.get(new TargetKey("5")), is(REX));
  }

  @Test
  void writesOnceWhereTheAnswerOfTheTargetWasLost() {
    target.losesAnswers(1);

    load(Pass.FIRST, ready(REX));

    assertThat(
        journal,
        contains("held ads [5]", "begin [5]", "load [5]", "load [5]", "confirm, refused []"));
    assertThat(outcomes(), is(Map.of("5", Outcome.LOADED)));
  }

  @Test
  void triesAgainAfterAShortOutage() {
    target.outages(2);

    load(Pass.FIRST, ready(REX));

    assertThat(outcomes(), is(Map.of("5", Outcome.LOADED)));
  }

  @Test
  void placesWithoutLateReferencesAndConfirmsNothing() {
    load(Pass.PLACE, ready(REX));

    assertThat(target.rows, is(Map.of(new TargetKey("5"), document(5L, "rex", 7L, null, null))));
    assertThat(journal, contains("held ads [5]", "begin [5]", "load [5]"));
    assertThat(outcomes(), is(Map.of("5", Outcome.PENDING)));
  }

  @Test
  void recordsWhatTheTargetRefusedToPlaceAndLeavesItUnderWay() {
    target.refusing("5", BAD);

    load(Pass.PLACE, ready(REX), ready(MAX));

    assertThat(journal, contains("held ads [5, 6]", "begin [5, 6]", "load [5, 6]", "refuse [5]"));
    assertThat(outcomes(), is(Map.of("5", Outcome.PENDING, "6", Outcome.PENDING)));
  }

  @Test
  void linksWhatItPlacedAndLeavesItToBeConfirmedWithItsCycle() {
    load(Pass.PLACE, ready(REX));

    load(Pass.LINK, ready(REX));

    assertThat(target.rows, is(Map.of(new TargetKey("5"), REX)));
    assertThat(outcomes(), is(Map.of("5", Outcome.PENDING)));
  }

  @Test
  void placesAgainAfterACrashBetweenLinkingAndItsConfirmation() {
    load(Pass.PLACE, ready(REX));
    target.rows.put(new TargetKey("5"), REX);

    load(Pass.PLACE, ready(REX));
    load(Pass.LINK, ready(REX));

    assertThat(target.rows, is(Map.of(new TargetKey("5"), REX)));
    assertThat(outcomes(), is(Map.of("5", Outcome.PENDING)));
  }

  @Test
  void neverTouchesARowThatIsNotOurs() {
    Document foreign = document(5L, "foreign", 7L, null, 1L);
    target.rows.put(new TargetKey("5"), foreign);

    load(Pass.FIRST, ready(REX));

    assertThat(ledger.kept("ads", "5").rejection.reason(), is(Reason.TARGET_KEY_TAKEN));
    assertThat(target.rows, is(Map.of(new TargetKey("5"), foreign)));
  }

  private void load(Pass pass, Candidate... candidates) {
    load(Stretch.Foreign.REJECT, pass, candidates);
  }

  private void load(Stretch.Foreign foreign, Pass pass, Candidate... candidates) {
    Stretch stretch = new Stretch(Ads.SOURCE, Set.of("follows_id"), Set.of("follows_id"), foreign);
    new Load(stretch, Ads.SHAPE, pass, ledger, target).load(passage(candidates));
  }

  private static Candidate.Ready ready(Document document) {
    long id = (Long) document.values().get(0);
    return new Candidate.Ready(
        row(id, "any", 7L, null, null),
        source(id),
        document,
        new Fingerprints().of(document),
        new TargetKey(Long.toString(id)));
  }

  private Map<String, Outcome> outcomes() {
    Map<String, Outcome> outcomes = new TreeMap<>();
    ledger.entries.get("ads").forEach((key, entry) -> outcomes.put(key.text(), entry.outcome));
    return outcomes;
  }
}
