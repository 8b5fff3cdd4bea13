package io.rehome.pipelines;

import com.google.common.collect.Lists;
import io.rehome.io.ReadWatch;
import io.rehome.model.KeyRange;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PCollection;

/** What keeps a reader from running ahead of the target. */
sealed interface Gate {
  /** How ranges travel. */
  Coder<KeyRange> RANGE = SerializableCoder.of(KeyRange.class);

  /** The ranges of an entity as the gate lets them through. */
  PCollection<KeyRange> ranges(Pipeline pipeline, String entity, List<KeyRange> ranges);

  /**
   * The ranges of an entity, or of several, all at once: for what leaves little of a page before it
   * travels.
   */
  PCollection<KeyRange> spread(Pipeline pipeline, String whose, List<KeyRange> ranges);

  /** How ranges are grouped that were spread. */
  Groups groups();

  /** The keys as the gate lets them through, in slices that may be smaller. */
  PCollection<KeySlice> beforeKeys(PCollection<KeySlice> slices, String label);

  /**
   * The ranges in waves, a pipeline each: of so many where a group is held in this JVM's memory,
   * else of no more than may be lost with a worker.
   */
  List<List<KeyRange>> waves(List<KeyRange> ranges, int most);

  /** Whom the reader tells what it took. */
  ReadWatch watch();

  /** The runner has back-pressure of its own. */
  record Open() implements Gate {
    /**
     * A job that groups confirms nothing before it has read all: a killed worker costs all this.
     */
    private static final int MOST_OF_A_JOB = 1_000;

    @Override
    public PCollection<KeyRange> ranges(Pipeline pipeline, String entity, List<KeyRange> ranges) {
      return spread(pipeline, entity, ranges);
    }

    @Override
    public PCollection<KeyRange> spread(Pipeline pipeline, String whose, List<KeyRange> ranges) {
      return pipeline
          .apply("Ranges of " + whose, Create.of(ranges).withCoder(RANGE))
          .apply("Spread ranges of " + whose, Reshuffle.viaRandomKey());
    }

    @Override
    public Groups groups() {
      return Groups.EACH;
    }

    @Override
    public PCollection<KeySlice> beforeKeys(PCollection<KeySlice> slices, String label) {
      return slices;
    }

    @Override
    public List<List<KeyRange>> waves(List<KeyRange> ranges, int most) {
      return Lists.partition(ranges, Math.max(most, MOST_OF_A_JOB));
    }

    @Override
    public ReadWatch watch() {
      return ReadWatch.none();
    }
  }

  /** Ranges pass while few bytes of the run are in flight in this JVM. */
  record Bounded(String run, Volume volume) implements Gate {
    /**
     * In so many lines the ranges wait. Were each to wait by itself, hundreds would ask again and
     * again whether they may pass, and the DirectRunner would do little else.
     */
    private static final int LINES = 4 * Runtime.getRuntime().availableProcessors();

    @Override
    public PCollection<KeyRange> ranges(Pipeline pipeline, String entity, List<KeyRange> ranges) {
      return lines(pipeline, entity, ranges)
          .apply("Hand out ranges of " + entity, ParDo.of(new HandOutRanges(run, volume)))
          .setCoder(RANGE);
    }

    @Override
    public PCollection<KeyRange> spread(Pipeline pipeline, String whose, List<KeyRange> ranges) {
      return lines(pipeline, whose, ranges)
          .apply("Let ranges pass of " + whose, Flatten.iterables())
          .setCoder(RANGE);
    }

    @Override
    public Groups groups() {
      return new Groups(LINES);
    }

    private static PCollection<List<KeyRange>> lines(
        Pipeline pipeline, String whose, List<KeyRange> ranges) {
      return pipeline
          .apply("Ranges of " + whose, Create.of(lines(ranges)).withCoder(ListCoder.of(RANGE)))
          .apply("Spread ranges of " + whose, Reshuffle.viaRandomKey());
    }

    /** The first of each line are the first of all. */
    private static List<List<KeyRange>> lines(List<KeyRange> ranges) {
      List<List<KeyRange>> lines = new ArrayList<>();
      for (int line = 0; line < Math.min(LINES, ranges.size()); line++) {
        List<KeyRange> some = new ArrayList<>();
        for (int next = line; next < ranges.size(); next += LINES) {
          some.add(ranges.get(next));
        }
        lines.add(some);
      }
      return lines;
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
