package io.rehome.pipelines;

import static io.rehome.pipelines.Ads.document;
import static io.rehome.pipelines.Ads.mapped;
import static io.rehome.pipelines.Ads.parent;
import static io.rehome.pipelines.Ads.passage;
import static io.rehome.pipelines.Ads.row;
import static io.rehome.pipelines.Ads.source;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.rehome.io.Claimant;
import io.rehome.model.Candidate;
import io.rehome.model.Document;
import io.rehome.model.Fingerprint;
import io.rehome.model.Link;
import io.rehome.model.Passage;
import io.rehome.model.Reason;
import io.rehome.model.SourceKey;
import io.rehome.model.TargetKey;
import io.rehome.transforms.EntityRules;
import io.rehome.transforms.UniqueRule;
import io.rehome.transforms.fingerprint.Fingerprints;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SiftTest {
  private static final EntityRules RULES = Ads.rules(new UniqueRule(List.of("slug")));
  private final FakeLedger ledger =
      new FakeLedger().loaded("members", "7", "1007").rejected("members", "9");

  @Test
  void makesRecordsReadyWhoseParentsAreThere() {
    Candidate.Mapped ad = mapped(5, "rex", 7L, null, null);

    assertThat(
        sift(Pass.FIRST, ad),
        is(
            new Candidate.Ready(
                ad.row(),
                ad.source(),
                document(5L, "rex", 1007L, null, null),
                new Fingerprints().of(document(5L, "rex", 1007L, null, null)),
                new TargetKey("5"))));
  }

  @Test
  void rejectsRecordsWithoutTheirParents() {
    Candidate.Rejected rejected =
        (Candidate.Rejected) sift(Pass.FIRST, mapped(5, "rex", 9L, null, null));

    assertThat(rejected.rejection().reason(), is(Reason.PARENT_NOT_LOADED));
  }

  @Test
  void findsUnchangedWhatTheTargetConfirmedBefore() {
    ledger.loaded("ads", "5", "5", 5L, "rex", 1007L, null, null);
    Candidate.Mapped ad = mapped(5, "rex", 7L, null, null);

    assertThat(sift(Pass.FIRST, ad), is(new Candidate.Unchanged(ad.row(), ad.source())));
  }

  @Test
  void loadsWhatTheTargetConfirmedOtherwise() {
    ledger.loaded("ads", "5", "5", 5L, "old", 1007L, null, null);

    assertThat(
        sift(Pass.FIRST, mapped(5, "rex", 7L, null, null)), is(instanceOf(Candidate.Ready.class)));
  }

  @Test
  void loadsAgainWhatWasSentWithItsFateUnknown() {
    Candidate.Mapped ad = mapped(5, "rex", 7L, null, null);
    ledger.begin(Ads.SOURCE, Ads.SHAPE, passage(sift(Pass.FIRST, ad)));

    assertThat(sift(Pass.FIRST, ad), is(instanceOf(Candidate.Ready.class)));
  }

  @Test
  void comparesARecordOfACycleWithItsInnerReferences() {
    ledger.loaded("ads", "1", "1").loaded("ads", "5", "5", 5L, "rex", 1007L, null, 1L);

    assertThat(
        sift(Pass.FIRST, mapped(5, "rex", 7L, null, 1L)),
        is(instanceOf(Candidate.Unchanged.class)));
  }

  @Test
  void defersARecordThatReferencesItsOwnCycle() {
    Candidate.Mapped ad = mapped(5, "rex", 7L, null, 1L);

    assertThat(
        sift(Pass.FIRST, ad),
        is(
            new Candidate.Deferred(
                ad.row(),
                ad.source(),
                document(5L, "rex", 1007L, null, null),
                new TargetKey("5"),
                List.of(),
                List.of(new Link("follows_id", parent("ads", 1L))))));
  }

  @Test
  void defersARecordWhoseUniqueValueAnotherClaims() {
    Candidate.Mapped ad = mapped(5, "rex", 7L, null, null);
    Fingerprint claim = claim(ad.document());
    contend(claim, "4", "5");

    assertThat(
        sift(Pass.FIRST, ad),
        is(
            new Candidate.Deferred(
                ad.row(),
                ad.source(),
                document(5L, "rex", 1007L, null, null),
                new TargetKey("5"),
                List.of(claim),
                List.of())));
  }

  @Test
  void leavesRecordsAloneWhoseUniqueValueNobodyElseClaims() {
    contend(claim(document(1L, "other", 1007L, null, null)), "1", "2");

    assertThat(
        sift(Pass.FIRST, mapped(5, "rex", 7L, null, null)), is(instanceOf(Candidate.Ready.class)));
  }

  @Test
  void makesSettledRecordsReadyWithTheirInnerReferences() {
    ledger.settled("ads", "1", "1");
    Candidate.Mapped ad = mapped(5, "rex", 7L, null, 1L);
    contend(claim(ad.document()), "4", "5");

    Candidate.Ready ready = (Candidate.Ready) sift(Pass.LINK, ad);

    assertThat(ready.document(), is(document(5L, "rex", 1007L, null, 1L)));
  }

  @Test
  void neverLeavesOutASettledRecordAsUnchanged() {
    ledger.loaded("ads", "5", "5", 5L, "rex", 1007L, null, null);

    assertThat(
        sift(Pass.LINK, mapped(5, "rex", 7L, null, null)), is(instanceOf(Candidate.Ready.class)));
    assertThat(ledger.journal, not(hasItem(startsWith("known"))));
  }

  @Test
  void keepsEachCandidateInItsPlace() {
    Candidate skipped = new Candidate.Skipped(row(4, "a", 7L, null, null), source(4), "where");

    Passage sifted =
        sift(
            Pass.FIRST,
            passage(
                mapped(3, "b", 9L, null, null),
                skipped,
                mapped(5, "c", 7L, null, null),
                mapped(6, "d", 7L, null, 5L)));

    assertThat(
        sifted.candidates().stream().map(SiftTest::told).toList(),
        contains("3 Rejected", "4 Skipped", "5 Ready", "6 Deferred"));
  }

  @Test
  void asksTheStoreOnceForAPage() {
    sift(Pass.FIRST, passage(mapped(3, "b", 7L, null, null), mapped(5, "c", 7L, null, null)));

    assertThat(ledger.journal, contains("parents members [7]", "known ads [3, 5]"));
  }

  private static Fingerprint claim(Document document) {
    return new Claims(RULES).of(document).get(0).value();
  }

  private void contend(Fingerprint claim, String... keys) {
    for (String key : keys) {
      ledger.claimants.add(new Claimant(new SourceKey(key), "slug", claim));
    }
  }

  private Candidate sift(Pass pass, Candidate candidate) {
    return sift(pass, passage(candidate)).candidates().get(0);
  }

  private Passage sift(Pass pass, Passage passage) {
    return new Sift(RULES, Set.of("follows_id"), pass, Spelling.exact()).sift(passage, ledger);
  }

  private static String told(Candidate candidate) {
    return candidate.row().key() + " " + candidate.getClass().getSimpleName();
  }
}
