package io.rehome.pipelines;

import io.rehome.io.ReadLimits;
import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import io.rehome.transforms.MapPages;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PCollection;

/**
 * The one way from source to target: read, map, enrich, check, sift, load. What differs between
 * modes and passes is which records enter.
 */
final class River {
  private final Workplace workplace;
  private final ReadLimits limits;
  private final Gate gate;

  River(Workplace workplace, ReadLimits limits, Gate gate) {
    this.workplace = workplace;
    this.limits = limits;
    this.gate = gate;
  }

  /** Lets these ranges of each entity into the pipeline. */
  void readRanges(Pipeline pipeline, Map<Stretch, List<KeyRange>> ranges) {
    ranges.forEach((stretch, some) -> readRanges(pipeline, stretch, some));
  }

  private void readRanges(Pipeline pipeline, Stretch stretch, List<KeyRange> ranges) {
    PCollection<KeyRange> begun =
        pipeline
            .apply("Ranges of " + stretch.entity(), Create.of(ranges).withCoder(RANGES))
            .apply("Spread ranges of " + stretch.entity(), Reshuffle.viaRandomKey());
    PCollection<Page> pages =
        gate.before(begun, "Hand out ranges of " + stretch.entity())
            .apply(
                "Read " + stretch.entity(),
                workplace.source().read(stretch.source(), limits, gate.watch()));
    flow(pages, stretch, Pass.FIRST);
  }

  /** Lets records in by key. */
  void gather(
      Pipeline pipeline,
      Stretch stretch,
      List<KeySlice> slices,
      GatherPages.Origin origin,
      Pass pass) {
    PCollection<Page> pages =
        pipeline
            .apply(
                "Keys of " + stretch.entity(),
                Create.of(slices).withCoder(SerializableCoder.of(KeySlice.class)))
            .apply("Spread keys of " + stretch.entity(), Reshuffle.viaRandomKey())
            .apply(
                "Gather " + stretch.entity(), new GatherPages(workplace, stretch, origin));
    flow(pages, stretch, pass);
  }

  private void flow(PCollection<Page> pages, Stretch stretch, Pass pass) {
    pages
        .apply("Map " + stretch.entity(), MapPages.of(stretch.entity(), workplace.rules()))
        .apply("Sift " + stretch.entity(), new SiftPages(workplace, stretch, pass))
        .apply("Load " + stretch.entity(), new LoadPages(workplace, stretch, pass));
  }

  private static final SerializableCoder<KeyRange> RANGES = SerializableCoder.of(KeyRange.class);
}
