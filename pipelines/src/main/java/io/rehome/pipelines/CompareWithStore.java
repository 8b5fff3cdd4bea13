package io.rehome.pipelines;

import io.rehome.io.Compared;
import io.rehome.io.RangePrints;
import io.rehome.io.Scan;
import io.rehome.io.Selections;
import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import io.rehome.transforms.RowFingerprints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Compares key ranges of the source with the store: the packed rows of a range meet the
 * fingerprints of its records in one group. A range whose pages did not all come is left
 * uncompared.
 */
final class CompareWithStore {
  private static final TupleTag<byte[]> ROWS = new TupleTag<>("rows");
  private static final TupleTag<RangePrints> PRINTS = new TupleTag<>("prints");

  private final Workplace workplace;
  private final Scan scan;

  CompareWithStore(Workplace workplace, Scan scan) {
    this.workplace = workplace;
    this.scan = scan;
  }

  /**
   * Lets a pipeline compare ranges.
   *
   * @param pages the pages of these ranges, by entity
   */
  void fill(Pipeline pipeline, Map<String, PCollection<Page>> pages, List<KeyRange> ranges) {
    PCollectionList<KV<Long, byte[]>> rows = PCollectionList.empty(pipeline);
    for (Map.Entry<String, PCollection<Page>> each : pages.entrySet()) {
      rows = rows.and(packed("Pack rows of " + each.getKey(), each.getValue(), each.getKey()));
    }
    KeyedPCollectionTuple.of(ROWS, rows.apply("Rows of all entities", Flatten.pCollections()))
        .and(PRINTS, prints(pipeline, ranges))
        .apply("Group rows and fingerprints by range", CoGroupByKey.create())
        .apply("Compare and remember", ParDo.of(new Compare(workplace, scan)));
  }

  private PCollection<KV<Long, byte[]>> packed(
      String label, PCollection<Page> pages, String entity) {
    return pages
        .apply(label, ParDo.of(new PackRows(workplace, entity)))
        .setCoder(KvCoder.of(VarLongCoder.of(), ByteArrayCoder.of()));
  }

  private PCollection<KV<Long, RangePrints>> prints(Pipeline pipeline, List<KeyRange> ranges) {
    return pipeline
        .apply("Ranges", Create.of(ranges).withCoder(SerializableCoder.of(KeyRange.class)))
        .apply("Spread ranges", Reshuffle.viaRandomKey())
        .apply("Fetch fingerprints", ParDo.of(new FetchPrints(workplace)))
        .setCoder(KvCoder.of(VarLongCoder.of(), SerializableCoder.of(RangePrints.class)));
  }

  private static final class PackRows extends DoFn<Page, KV<Long, byte[]>> {
    private static final long serialVersionUID = 1;
    private final Workplace workplace;
    private final String entity;
    private transient RowFingerprints fingerprints;

    @SuppressWarnings("NullAway.Init") // set up on the worker
    PackRows(Workplace workplace, String entity) {
      this.workplace = workplace;
      this.entity = entity;
    }

    @Setup
    public void setUp() {
      fingerprints = new RowFingerprints(workplace.rules().rules(entity));
    }

    @ProcessElement
    public void process(@Element Page page, OutputReceiver<KV<Long, byte[]>> packs) {
      packs.output(KV.of(page.id().range(), RowPack.pack(page, fingerprints)));
      InFlight.of(workplace.tag().run()).landed(page.bytes());
    }
  }

  private static final class FetchPrints extends DoFn<KeyRange, KV<Long, RangePrints>> {
    private static final long serialVersionUID = 1;
    private final Workplace workplace;

    FetchPrints(Workplace workplace) {
      this.workplace = workplace;
    }

    @ProcessElement
    public void process(@Element KeyRange range, OutputReceiver<KV<Long, RangePrints>> prints) {
      prints.output(KV.of(range.id(), Patience.of(() -> workplace.selections().prints(range))));
    }
  }

  private static final class Compare extends DoFn<KV<Long, CoGbkResult>, Void> {
    private static final long serialVersionUID = 1;
    private final Workplace workplace;
    private final Scan scan;

    Compare(Workplace workplace, Scan scan) {
      this.workplace = workplace;
      this.scan = scan;
    }

    @ProcessElement
    public void process(@Element KV<Long, CoGbkResult> group) {
      List<RowPack> pages = new ArrayList<>();
      group.getValue().getAll(ROWS).forEach(pack -> pages.add(RowPack.unpack(pack)));
      Optional<List<RowState>> rows = RowPack.whole(pages);
      if (rows.isPresent()) {
        compare(group.getValue().getAll(PRINTS).iterator().next(), rows.get());
      }
    }

    private void compare(RangePrints prints, List<RowState> rows) {
      Selections selections = workplace.selections();
      Compared found = ComparePrints.of(prints, selections).with(rows);
      Patience.with(() -> selections.compared(scan, prints.range(), found));
    }
  }
}
