package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;

import io.rehome.io.Claimant;
import io.rehome.io.Fence;
import io.rehome.io.RunTag;
import io.rehome.model.Page;
import io.rehome.model.PageId;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.transforms.EntityRules;
import io.rehome.transforms.RulesFactory;
import io.rehome.transforms.UniqueRule;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.ParDo;
import org.junit.jupiter.api.Test;

final class NoteClaimsTest {
  private static final EntityRules RULES = Ads.rules(new UniqueRule(List.of("slug")));

  @Test
  void tellsTheStoreWhatThePagesClaim() {
    FakeStore store = new FakeStore("claims");

    note(store, page(0, new Page.End.More(), row(1, "rex"), row(2, null)), lastPage());

    assertThat(
        store.ledger().claimants, containsInAnyOrder(claimant(1, "rex"), claimant(3, "rex")));
    assertThat(store.ledger().journal, containsInAnyOrder("note page 0", "note page 1, the last"));
  }

  @Test
  void landsThePagesThatItRead() {
    FakeStore store = new FakeStore("claims-landed");
    InFlight.of(store.id()).took(lastPage());

    note(store, lastPage());

    assertThat(InFlight.of(store.id()).bytes(), is(0L));
  }

  private static Page lastPage() {
    return page(1, new Page.End.Last(), row(3, "rex"));
  }

  private static Page page(int number, Page.End end, SourceRow... rows) {
    return new Page(new PageId("ads", -1, 1, number), List.of(rows), end, 0);
  }

  private static SourceRow row(long id, String slug) {
    return Ads.row(id, slug, 7L, null, null);
  }

  private static Claimant claimant(long id, String slug) {
    Claim claim = new Claims(RULES).of(Ads.document(id, slug, null, null, null)).get(0);
    return new Claimant(new SourceKey(Long.toString(id)), "slug", claim.value());
  }

  private static void note(FakeStore store, Page... pages) {
    RunTag tag = new RunTag("pets4homes", 1, store.id(), 1, new Fence("pets4homes", 7));
    RulesFactory rules = entity -> RULES;
    Workplace workplace =
        new Workplace(new FakeSource("claims"), store, new FakeTarget("claims"), tag, rules);
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    pipeline
        .apply("Pages", Create.of(List.of(pages)).withCoder(SerializableCoder.of(Page.class)))
        .apply("Note claims", ParDo.of(new NoteClaims(workplace, Ads.SOURCE)));
    pipeline.run().waitUntilFinish();
  }
}
