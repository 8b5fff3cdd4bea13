package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.rehome.model.Page;
import io.rehome.model.PageId;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Records that enter by key are held in memory a few at a time, whatever their number. */
final class HandOutKeysTest {
  private static final String RUN = "hand-out-keys-test";
  private static final int SLICES = 10;
  private static final int KEYS = 500;
  private static final int ROW_BYTES = 100;
  private static final Volume VOLUME = new Volume(500, 1_000, 500, 5_000, 20_000);
  private static final long FIRST_PART = 50 * ROW_BYTES;

  private static final Map<String, Integer> LANDED = new ConcurrentSkipListMap<>();
  private static final AtomicLong BYTES = new AtomicLong();
  private static final AtomicLong MOST = new AtomicLong();

  @Test
  @Timeout(value = 180, unit = TimeUnit.SECONDS)
  void eachKeyIsHandedOutOnceAndFewBytesAreInFlight() {
    Pipeline pipeline =
        Pipeline.create(PipelineOptionsFactory.fromArgs("--targetParallelism=4").create());
    new Gate.Bounded(RUN, VOLUME)
        .beforeKeys(
            pipeline
                .apply(Create.of(slices()).withCoder(SerializableCoder.of(KeySlice.class)))
                .apply("Spread", Reshuffle.viaRandomKey()),
            "Hand out keys")
        .apply("Gather", ParDo.of(new Gather()))
        .setCoder(SerializableCoder.of(Page.class))
        .apply("Load", ParDo.of(new Loader()));
    pipeline.run().waitUntilFinish();

    assertThat(LANDED, is(once()));
    assertThat(MOST.get(), is(lessThanOrEqualTo(VOLUME.inFlightBytes() + FIRST_PART)));
  }

  private static List<KeySlice> slices() {
    return IntStream.range(0, SLICES)
        .mapToObj(
            slice ->
                new KeySlice(
                    new PageId("ads", PageId.BY_KEY, 1, slice * KEYS),
                    IntStream.range(0, KEYS)
                        .mapToObj(i -> new SourceKey(String.valueOf(slice * KEYS + i)))
                        .toList()))
        .toList();
  }

  private static Map<String, Integer> once() {
    Map<String, Integer> once = new TreeMap<>();
    IntStream.range(0, SLICES * KEYS).forEach(key -> once.put(String.valueOf(key), 1));
    return once;
  }

  private static final class Gather extends DoFn<KeySlice, Page> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void process(@Element KeySlice slice, OutputReceiver<Page> pages) {
      List<SourceRow> rows =
          slice.keys().stream().map(key -> new SourceRow(key, List.of(), true, ROW_BYTES)).toList();
      Page page = new Page(slice.page(0), rows, new Page.End.Last(), 0);
      MOST.accumulateAndGet(BYTES.addAndGet(page.bytes()), Math::max);
      InFlight.of(RUN).took(page);
      InFlight.of(RUN).gathered(slice);
      pages.output(page);
    }
  }

  private static final class Loader extends DoFn<Page, Void> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void process(@Element Page page) throws InterruptedException {
      Thread.sleep(1);
      page.rows().forEach(row -> LANDED.merge(row.key().text(), 1, Integer::sum));
      BYTES.addAndGet(-page.bytes());
      InFlight.of(RUN).landed(page.bytes());
    }
  }
}
