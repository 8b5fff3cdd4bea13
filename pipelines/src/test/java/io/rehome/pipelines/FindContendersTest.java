package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import io.rehome.io.Contender;
import io.rehome.io.Fence;
import io.rehome.io.RunTag;
import io.rehome.model.Fingerprint;
import io.rehome.model.Page;
import io.rehome.model.PageId;
import io.rehome.model.SourceRow;
import io.rehome.transforms.EntityRules;
import io.rehome.transforms.RulesFactory;
import io.rehome.transforms.UniqueRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FindContendersTest {
  private static final EntityRules RULES = Ads.rules(new UniqueRule(List.of("slug")));

  /** Each ad's slug is its id modulo 6, but for 13, which is alone, and 14, which has none. */
  private static SourceRow row(long id) {
    String slug = id == 13 ? "alone" : "slug" + id % 6;
    return Ads.row(id, id == 14 ? null : slug, 7L, null, null);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "4, 1", "4, 2", "4, 3"})
  void ranksTheLowestKeyFirstWhateverTheOrderAndTheParallelism(int threads, int seed) {
    FakeStore store = new FakeStore("contenders-%d-%d".formatted(threads, seed));

    find(store, shuffled(seed), threads, new Share(0, 1));

    assertThat(
        told(store),
        is(
            new TreeSet<>(
                List.of(
                    "slug0: 6 12",
                    "slug1: 1 7",
                    "slug2: 2 8",
                    "slug3: 3 9 15",
                    "slug4: 4 10",
                    "slug5: 5 11"))));
  }

  @Test
  void findsTheSameInShares() {
    FakeStore whole = new FakeStore("contenders-whole");
    FakeStore shared = new FakeStore("contenders-shared");
    List<Contender> found = new ArrayList<>();

    find(whole, shuffled(5), 2, new Share(0, 1));
    for (Share share : Share.of(3, 1)) {
      shared.ledger().contenders.clear();
      find(shared, shuffled(6), 2, share);
      assertThat(shared.ledger().contenders, everyItem(heldBy(share)));
      found.addAll(shared.ledger().contenders);
    }

    assertThat(found, containsInAnyOrder(whole.ledger().contenders.toArray(Contender[]::new)));
  }

  private static Matcher<Contender> heldBy(Share share) {
    return new CustomTypeSafeMatcher<>("a contender of " + share) {
      @Override
      protected boolean matchesSafely(Contender contender) {
        return share.holds(contender.claim());
      }
    };
  }

  @Test
  void landsThePagesThatItRead() {
    String run = "contenders-landed";
    List<Page> pages = shuffled(7);
    pages.forEach(InFlight.of(run)::took);

    find(new FakeStore(run), pages, 2, new Share(0, 1));

    assertThat(InFlight.of(run).bytes(), is(0L));
  }

  private static void find(FakeStore store, List<Page> pages, int threads, Share share) {
    RunTag tag = new RunTag("pets4homes", 1, store.id(), 1, new Fence("pets4homes", 7));
    RulesFactory rules = entity -> RULES;
    Workplace workplace =
        new Workplace(
            new FakeSource("contenders"), store, new FakeTarget("contenders"), tag, rules);
    Pipeline pipeline =
        Pipeline.create(PipelineOptionsFactory.fromArgs("--targetParallelism=" + threads).create());
    pipeline
        .apply("Pages", Create.of(pages).withCoder(SerializableCoder.of(Page.class)))
        .apply("Spread pages", Reshuffle.viaRandomKey())
        .apply("Find contenders", new FindContenders(workplace, Ads.SOURCE, share, 3));
    pipeline.run().waitUntilFinish();
  }

  /** The ads 1 to 15 in pages of two, in some order. */
  private static List<Page> shuffled(int seed) {
    List<SourceRow> rows =
        new ArrayList<>(LongStream.rangeClosed(1, 15).mapToObj(FindContendersTest::row).toList());
    Collections.shuffle(rows, new Random(seed));
    List<Page> pages = new ArrayList<>();
    for (int at = 0; at < rows.size(); at += 2) {
      List<SourceRow> some = List.copyOf(rows.subList(at, Math.min(at + 2, rows.size())));
      pages.add(new Page(new PageId("ads", -1, 1, at), some, new Page.End.More(), 0));
    }
    return pages;
  }

  /** The contenders of each slug, in the order of their ranks. */
  private static Set<String> told(FakeStore store) {
    Set<String> told = new TreeSet<>();
    for (int slug = 0; slug < 6; slug++) {
      String keys =
          String.join(
              " ",
              store.ledger().contenders.stream()
                  .filter(ofSlug(slug))
                  .sorted(Comparator.comparing(Contender::rank))
                  .map(contender -> contender.key().text())
                  .toList());
      told.add("slug" + slug + ": " + keys);
    }
    return told;
  }

  private static Predicate<Contender> ofSlug(int slug) {
    Fingerprint claim =
        new Claims(RULES).of(Ads.document(0L, "slug" + slug, null, null, null)).get(0).value();
    return contender -> contender.claim().equals(claim);
  }
}
