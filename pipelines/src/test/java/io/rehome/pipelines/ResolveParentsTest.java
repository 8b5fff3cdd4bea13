package io.rehome.pipelines;

import static io.rehome.pipelines.Ads.document;
import static io.rehome.pipelines.Ads.mapped;
import static io.rehome.pipelines.Ads.parent;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.rehome.model.Candidate;
import io.rehome.model.Document;
import io.rehome.model.Link;
import io.rehome.model.Reason;
import io.rehome.model.Rejection;
import io.rehome.model.Stage;
import io.rehome.transforms.ReferenceRule;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ResolveParentsTest {
  private final FakeLedger ledger =
      new FakeLedger()
          .loaded("members", "7", "1007")
          .loaded("members", "8", "1008")
          .rejected("members", "9")
          .settled("ads", "1", "2001");

  @Test
  void putsTheTargetKeysOfPresentParents() {
    Candidate resolved = resolve(mapped(5, "rex", 7L, 8L, null));

    assertThat(documentOf(resolved), is(document(5L, "rex", 1007L, 1008L, null)));
  }

  @Test
  void takesAParentThatWillBeThere() {
    Candidate resolved = resolve(mapped(5, "rex", 7L, null, 1L));

    assertThat(documentOf(resolved), is(document(5L, "rex", 1007L, null, 2001L)));
  }

  @Test
  void rejectsWhereTheSourceHasTheParentAndTheTargetHasNot() {
    Candidate.Mapped ad = mapped(5, "rex", 9L, null, null);

    assertThat(
        resolve(ad),
        is(
            new Candidate.Rejected(
                ad.row(),
                ad.source(),
                new Rejection(
                    Stage.REFERENCE,
                    Reason.PARENT_NOT_LOADED,
                    "seller_id",
                    "the parent members/9 is not loaded"),
                List.of(new Link("seller_id", parent("members", 9L))))));
  }

  @Test
  void rejectsWhereTheParentIsUnknown() {
    Candidate.Rejected rejected = (Candidate.Rejected) resolve(mapped(5, "rex", 404L, null, null));

    assertThat(rejected.rejection().reason(), is(Reason.PARENT_MISSING));
    assertThat(rejected.rejection().message(), is("the parent members/404 is not known"));
    assertThat(rejected.waitsFor(), contains(new Link("seller_id", parent("members", 404L))));
  }

  @Test
  void waitsForAllMissingParentsAndTellsThemInOneRejection() {
    Candidate.Rejected rejected = (Candidate.Rejected) resolve(mapped(5, "rex", 9L, null, 404L));

    assertThat(rejected.rejection().column(), is("seller_id"));
    assertThat(
        rejected.rejection().message(),
        is("the parent members/9 is not loaded; the parent ads/404 is not known"));
    assertThat(
        rejected.waitsFor(),
        contains(
            new Link("seller_id", parent("members", 9L)),
            new Link("follows_id", parent("ads", 404L))));
  }

  @Test
  void takesWhatTheRuleGivesInsteadOfAMissingParent() {
    assertThat(
        documentOf(resolve(mapped(5, "rex", 7L, 404L, null))),
        is(document(5L, "rex", 1007L, 0L, null)));
    assertThat(
        documentOf(resolve(mapped(5, "rex", 7L, 9L, null))),
        is(document(5L, "rex", 1007L, 0L, null)));
  }

  @Test
  void leavesNullAndOtherReferencesAlone() {
    Candidate.Mapped ad = mapped(5, "rex", null, null, 1L);

    Candidate resolved =
        new ResolveParents(Ads.rules(), List.of(Ads.SELLER, Ads.SPONSOR), Spelling.exact())
            .resolve(List.of(ad), ledger)
            .get(0);

    assertThat(documentOf(resolved), is(document(5L, "rex", null, null, parent("ads", 1L))));
  }

  @Test
  void rejectsAParentsKeyThatDoesNotFitTheField() {
    ledger.loaded("members", "10", "no-number");

    Candidate.Rejected rejected = (Candidate.Rejected) resolve(mapped(5, "rex", 10L, null, null));

    assertThat(rejected.rejection().stage(), is(Stage.REFERENCE));
    assertThat(rejected.rejection().reason(), is(Reason.BAD_VALUE));
    assertThat(rejected.rejection().column(), is("seller_id"));
    assertThat(rejected.waitsFor(), is(empty()));
  }

  @Test
  void asksTheStoreOncePerParentEntityForAWholePage() {
    resolve(
        List.of(
            mapped(5, "a", 7L, 8L, null),
            mapped(6, "b", 7L, 9L, 1L),
            mapped(7, "c", 8L, null, null)));

    assertThat(ledger.journal, containsInAnyOrder("parents members [7, 8, 9]", "parents ads [1]"));
  }

  @Test
  void passesOnWhatIsNotMapped() {
    Candidate skipped =
        new Candidate.Skipped(Ads.row(5, "a", 7L, null, null), Ads.source(5), "where");

    assertThat(resolve(skipped), is(skipped));
    assertThat(ledger.journal, is(empty()));
  }

  private Candidate resolve(Candidate candidate) {
    return resolve(List.of(candidate)).get(0);
  }

  private List<Candidate> resolve(List<Candidate> candidates) {
    List<ReferenceRule> all = List.of(Ads.SELLER, Ads.SPONSOR, Ads.FOLLOWS);
    return new ResolveParents(Ads.rules(), all, Spelling.exact()).resolve(candidates, ledger);
  }

  private static Document documentOf(Candidate candidate) {
    return ((Candidate.Mapped) candidate).document();
  }
}
