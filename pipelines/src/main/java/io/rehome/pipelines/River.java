package io.rehome.pipelines;

import io.rehome.io.ReadLimits;
import io.rehome.io.Scan;
import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import io.rehome.model.Passage;
import io.rehome.model.SourceTable;
import io.rehome.transforms.MapPages;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PCollection;

/**
 * The one way from source to target: read, map, enrich, check, sift, load. What differs between
 * modes and passes is which records enter.
 *
 * @param limits how pages are cut and how hard the source may be worked
 */
record River(Workplace workplace, ReadLimits limits, Gate gate) {

  /** Lets these ranges of each entity in. */
  void readRanges(Pipeline pipeline, Map<Stretch, List<KeyRange>> ranges) {
    ranges.forEach(
        (stretch, some) ->
            flow(pages(pipeline, stretch.source(), some, limits), stretch, Pass.FIRST));
  }

  /** The pages of these ranges, no faster than the gate lets them pass. */
  PCollection<Page> pages(
      Pipeline pipeline, SourceTable source, List<KeyRange> ranges, ReadLimits limits) {
    return gate.ranges(pipeline, source.entity(), ranges)
        .apply("Read " + source.entity(), workplace.source().read(source, limits, gate.watch()));
  }

  /** Lets those rows of these ranges in that the scan selected. */
  void pick(Pipeline pipeline, Stretch stretch, List<KeyRange> ranges, Scan scan) {
    ReadLimits whole =
        new ReadLimits(
            limits.columns(),
            limits.pageRows(),
            limits.pageBytes(),
            Long.MAX_VALUE,
            limits.rowsPerSecond());
    PCollection<Page> pages =
        pages(pipeline, stretch.source(), ranges, whole)
            .apply("Pick rows of " + stretch.entity(), new PickSelected(workplace, scan));
    flow(pages, stretch, Pass.FIRST);
  }

  /** Lets records in by key. */
  void gather(Pipeline pipeline, Stretch stretch, List<KeySlice> slices, Errand errand) {
    flow(gathered(pipeline, stretch, slices, errand), stretch, errand.pass());
  }

  /** The pages of these keys. */
  PCollection<Page> gathered(
      Pipeline pipeline, Stretch stretch, List<KeySlice> slices, Errand errand) {
    PCollection<KeySlice> spread =
        pipeline
            .apply(
                "Keys of " + stretch.entity(),
                Create.of(slices).withCoder(SerializableCoder.of(KeySlice.class)))
            .apply("Spread keys of " + stretch.entity(), Reshuffle.viaRandomKey());
    return gate.beforeKeys(spread, "Hand out keys of " + stretch.entity())
        .apply("Gather " + stretch.entity(), new GatherPages(workplace, stretch, limits, errand));
  }

  /** The pages' records, taken through the rules. */
  PCollection<Passage> mapped(PCollection<Page> pages, Stretch stretch) {
    return pages.apply("Map " + stretch.entity(), MapPages.of(stretch.entity(), workplace.rules()));
  }

  private void flow(PCollection<Page> pages, Stretch stretch, Pass pass) {
    mapped(pages, stretch)
        .apply("Sift " + stretch.entity(), new SiftPages(workplace, stretch, pass))
        .apply("Load " + stretch.entity(), new LoadPages(workplace, stretch, pass));
  }
}
