package io.rehome.pipelines;

import com.google.common.collect.Lists;
import io.rehome.io.ReadWatch;
import io.rehome.model.KeyRange;
import java.util.List;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/** What keeps a reader from running ahead of the target. */
sealed interface Gate {

  /** The ranges as the gate lets them through. */
  PCollection<KeyRange> before(PCollection<KeyRange> ranges, String label);

  /** The keys as the gate lets them through, in slices that may be smaller. */
  PCollection<KeySlice> beforeKeys(PCollection<KeySlice> slices, String label);

  /**
   * The ranges in waves, a pipeline each: of so many where a group is held in this JVM's memory.
   */
  List<List<KeyRange>> waves(List<KeyRange> ranges, int most);

  /** Whom the reader tells what it took. */
  ReadWatch watch();

  /** The runner has back-pressure of its own. */
  record Open() implements Gate {
    @Override
    public PCollection<KeyRange> before(PCollection<KeyRange> ranges, String label) {
      return ranges;
    }

    @Override
    public PCollection<KeySlice> beforeKeys(PCollection<KeySlice> slices, String label) {
      return slices;
    }

    @Override
    public List<List<KeyRange>> waves(List<KeyRange> ranges, int most) {
      return ranges.isEmpty() ? List.of() : List.of(ranges);
    }

    @Override
    public ReadWatch watch() {
      return ReadWatch.none();
    }
  }

  /** Ranges pass while few bytes of the run are in flight in this JVM. */
  record Bounded(String run, Volume volume) implements Gate {
    @Override
    public PCollection<KeyRange> before(PCollection<KeyRange> ranges, String label) {
      return ranges
          .apply(label, ParDo.of(new HandOutRanges(run, volume)))
          .setCoder(SerializableCoder.of(KeyRange.class));
    }

    @Override
    public PCollection<KeySlice> beforeKeys(PCollection<KeySlice> slices, String label) {
      return slices
          .apply(label, ParDo.of(new HandOutKeys(run, volume)))
          .setCoder(SerializableCoder.of(KeySlice.class));
    }

    @Override
    public List<List<KeyRange>> waves(List<KeyRange> ranges, int most) {
      return Lists.partition(ranges, most);
    }

    @Override
    public ReadWatch watch() {
      return new FlightWatch(run);
    }
  }
}
