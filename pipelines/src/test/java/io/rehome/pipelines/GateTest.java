package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.rehome.io.ReadWatch;
import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import io.rehome.model.PageId;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The DirectRunner works breadth first; the gate keeps its memory bounded all the same. */
final class GateTest {
  private static final int RANGES = 200;
  private static final int PAGES = 5;
  private static final int PAGE_BYTES = 1_000;
  private static final Volume VOLUME =
      new Volume(1, PAGE_BYTES, PAGES, PAGES * PAGE_BYTES, 4 * PAGES * PAGE_BYTES);

  /** Ranges 60 to 139 are empty, and so is each fourth of the others. */
  private static boolean isEmpty(long range) {
    return (range >= 60 && range < 140) || range % 4 == 0;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8})
  @Timeout(value = 180, unit = TimeUnit.SECONDS)
  void keepsTheBytesInFlightUnderItsBound(int threads) {
    String run = "gate-test-" + threads;
    Gate gate = new Gate.Bounded(run, VOLUME);
    Pipeline pipeline = pipeline(threads);

    gate.ranges(pipeline, "ads", ranges())
        .apply("Read", ParDo.of(new FiveSmallPages(gate.watch(), run)))
        .setCoder(SerializableCoder.of(Page.class))
        .apply("Load", ParDo.of(new SlowLoader(run)));
    pipeline.run().waitUntilFinish();

    Tally tally = Tally.of(run);
    assertThat(
        tally.landed, is(Tally.pagesOf(LongStream.range(0, RANGES).filter(r -> !isEmpty(r)))));
    assertThat(tally.most.get(), is(greaterThan((long) PAGES * PAGE_BYTES)));
    assertThat(
        tally.most.get(), is(lessThanOrEqualTo(VOLUME.inFlightBytes() + VOLUME.splitBytes())));
  }

  private static Pipeline pipeline(int threads) {
    return Pipeline.create(
        PipelineOptionsFactory.fromArgs(
                "--targetParallelism=" + threads,
                "--enforceImmutability=false",
                "--enforceEncodability=false")
            .create());
  }

  private static List<KeyRange> ranges() {
    return LongStream.range(0, RANGES)
        .mapToObj(id -> new KeyRange("ads", id, List.of(), List.of()))
        .toList();
  }

  /** Reads as the real reader does, with the same calls to the watch. */
  private static final class FiveSmallPages extends DoFn<KeyRange, Page> {
    private static final long serialVersionUID = 1;
    private final ReadWatch watch;
    private final String run;

    FiveSmallPages(ReadWatch watch, String run) {
      this.watch = watch;
      this.run = run;
    }

    @ProcessElement
    public void process(@Element KeyRange range, OutputReceiver<Page> pages) {
      watch.begins(range);
      for (int number = 0; number < PAGES && !isEmpty(range.id()); number++) {
        Page page = page(range, number);
        watch.took(page);
        Tally.of(run).took(page);
        pages.output(page);
      }
    }

    private static Page page(KeyRange range, int number) {
      SourceRow row = new SourceRow(new SourceKey("1"), List.of(), true, PAGE_BYTES);
      Page.End end = number == PAGES - 1 ? new Page.End.Last() : new Page.End.More();
      return new Page(new PageId("ads", range.id(), 1, number), List.of(row), end, 0);
    }
  }

  private static final class SlowLoader extends DoFn<Page, Void> {
    private static final long serialVersionUID = 1;
    private final String run;

    SlowLoader(String run) {
      this.run = run;
    }

    @ProcessElement
    public void process(@Element Page page) throws InterruptedException {
      Thread.sleep(3);
      Tally.of(run).landed(page);
      InFlight.of(run).landed(page.bytes());
    }
  }

  /** What truly is in flight. */
  private static final class Tally {
    private static final Map<String, Tally> RUNS = new ConcurrentHashMap<>();
    final Set<String> landed = ConcurrentHashMap.newKeySet();
    final AtomicLong most = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    static Tally of(String run) {
      return RUNS.computeIfAbsent(run, any -> new Tally());
    }

    static Set<String> pagesOf(LongStream ranges) {
      return ranges
          .boxed()
          .flatMap(range -> LongStream.range(0, PAGES).mapToObj(number -> range + "/" + number))
          .collect(Collectors.toSet());
    }

    void took(Page page) {
      most.accumulateAndGet(bytes.addAndGet(page.bytes()), Math::max);
    }

    void landed(Page page) {
      bytes.addAndGet(-page.bytes());
      landed.add(page.id().range() + "/" + page.id().number());
    }
  }
}
