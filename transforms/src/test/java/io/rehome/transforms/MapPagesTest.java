package io.rehome.transforms;

import static io.rehome.transforms.Members.excluded;
import static io.rehome.transforms.Members.row;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;

import io.rehome.model.Page;
import io.rehome.model.PageId;
import io.rehome.model.Passage;
import io.rehome.model.RuleUse;
import io.rehome.model.SourceRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;

final class MapPagesTest {
  private static final Page FIRST =
      page(0, new Page.End.More(), row(1, "Ada", 1990L), row(2, "Wilhelmina", 1990L));
  private static final Page SECOND =
      page(1, new Page.End.Split(List.of("4")), excluded(row(3, "Cleo", 1990L)), row(4, "Dan", 1L));
  private static final Page EMPTY = page(2, new Page.End.Last());

  @Test
  void givesOneCandidateForEachRowOfEachPage() {
    Pipeline pipeline = Pipeline.create();

    PCollection<Passage> passages =
        pipeline
            .apply(Create.of(FIRST, SECOND, EMPTY).withCoder(SerializableCoder.of(Page.class)))
            .apply("Map members", MapPages.of("members", entity -> Members.rules()));

    PAssert.that(passages).satisfies(MapPagesTest::holdsEachRowOnce);
    pipeline.run().waitUntilFinish();
  }

  private static Void holdsEachRowOnce(Iterable<Passage> passages) {
    Map<PageId, List<String>> candidates =
        StreamSupport.stream(passages.spliterator(), false)
            .collect(Collectors.toMap(Passage::id, MapPagesTest::told));
    assertThat(
        candidates,
        is(
            Map.of(
                FIRST.id(), List.of("1 Mapped", "2 Rejected"),
                SECOND.id(), List.of("3 Skipped", "4 Mapped"),
                EMPTY.id(), List.of())));
    return null;
  }

  private static List<String> told(Passage passage) {
    return passage.candidates().stream()
        .map(candidate -> candidate.row().key() + " " + candidate.getClass().getSimpleName())
        .toList();
  }

  @Test
  void keepsWhatTheReaderSaysOfThePage() {
    Passage passage = MapPages.map(SECOND, new MapRecord(Members.rules()));

    assertThat(passage.id(), is(SECOND.id()));
    assertThat(passage.end(), is(SECOND.end()));
    assertThat(passage.read(), is(2));
    assertThat(passage.keySum(), is(SECOND.keySum()));
    assertThat(passage.bytes(), is(SECOND.bytes()));
  }

  @Test
  void countsTheRulesOfThePageAlone() {
    MapRecord mapping = new MapRecord(Members.rules());

    MapPages.map(FIRST, mapping);
    Passage second = MapPages.map(SECOND, mapping);

    assertThat(
        second.rules(),
        containsInAnyOrder(new RuleUse("name", "nick", 1), new RuleUse("age", "2026 - born", 1)));
  }

  private static Page page(int number, Page.End end, SourceRow... rows) {
    long keySum = List.of(rows).stream().mapToLong(row -> row.key().hash64()).sum();
    return new Page(new PageId("members", 5, 77, number), List.of(rows), end, keySum);
  }
}
