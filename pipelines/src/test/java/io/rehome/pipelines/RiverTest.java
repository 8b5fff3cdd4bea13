package io.rehome.pipelines;

import static io.rehome.pipelines.Ads.document;
import static io.rehome.pipelines.Ads.row;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.rehome.io.Fence;
import io.rehome.io.ReadLimits;
import io.rehome.io.RunTag;
import io.rehome.model.Outcome;
import io.rehome.model.PageId;
import io.rehome.model.SourceKey;
import io.rehome.model.TargetKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.junit.jupiter.api.Test;

/** From keys to the target, through every step, on the DirectRunner. */
final class RiverTest {
  private static final Stretch STRETCH =
      new Stretch(Ads.SOURCE, Set.of("follows_id"), Set.of(), Stretch.Foreign.REJECT);
  private static final ReadLimits LIMITS = new ReadLimits(List.of(), 2, 1 << 20, 1 << 20, 0);

  @Test
  void bringsEachRecordToItsOutcome() {
    String run = "river";
    FakeSource source =
        FakeSource.holding(
            run,
            List.of(
                row(1, "rex", 7L, null, null),
                row(2, "max", 404L, null, null),
                row(3, "kim", 7L, 404L, null),
                row(4, "joe", 7L, null, 1L)));
    FakeStore store = new FakeStore(run);
    store.ledger().loaded("members", "7", "1007");
    FakeTarget target = new FakeTarget(run);

    run(
        new Workplace(source, store, target, tag(run), entity -> Ads.rules()),
        "1",
        "2",
        "3",
        "4",
        "5");

    assertThat(
        outcomes(store),
        is(
            Map.of(
                "1", Outcome.LOADED,
                "2", Outcome.REJECTED,
                "3", Outcome.LOADED,
                "4", Outcome.PENDING)));
    assertThat(
        target.loading().rows,
        is(
            Map.of(
                new TargetKey("1"), document(1L, "rex", 1007L, null, null),
                new TargetKey("3"), document(3L, "kim", 1007L, 0L, null))));
    assertThat(InFlight.of(run).bytes(), is(0L));
  }

  @Test
  void livesThroughShortOutages() {
    String run = "river-outages";
    FakeSource source = FakeSource.holding(run, List.of(row(1, "rex", 7L, null, null)));
    FakeStore store = new FakeStore(run);
    store.ledger().loaded("members", "7", "1007").outages(2);
    FakeTarget target = new FakeTarget(run);
    target.loading().outages(1);

    run(
        new Workplace(source, store, target, tag(run), entity -> Ads.rules()),
        "1",
        "2",
        "3",
        "4",
        "5");

    assertThat(outcomes(store), is(Map.of("1", Outcome.LOADED)));
  }

  private static void run(Workplace workplace, String... keys) {
    List<KeySlice> slices =
        List.of(
            new KeySlice(new PageId("ads", PageId.BY_KEY, 5, 0), keys(keys[0], keys[1])),
            new KeySlice(new PageId("ads", PageId.BY_KEY, 5, 1), keys(keys[2], keys[3], keys[4])));
    Pipeline pipeline = Pipeline.create();
    new River(workplace, LIMITS, new Gate.Open())
        .gather(pipeline, STRETCH, slices, Errand.byKey(Origin.SOURCE));
    pipeline.run().waitUntilFinish();
  }

  private static List<SourceKey> keys(String... keys) {
    return Stream.of(keys).map(SourceKey::new).toList();
  }

  private static RunTag tag(String run) {
    return new RunTag("pets4homes", 1, run, 1, new Fence("pets4homes", 7));
  }

  private static Map<String, Outcome> outcomes(FakeStore store) {
    Map<String, Outcome> outcomes = new TreeMap<>();
    store
        .ledger()
        .entries
        .get("ads")
        .forEach((key, entry) -> outcomes.put(key.text(), entry.outcome));
    return outcomes;
  }
}
