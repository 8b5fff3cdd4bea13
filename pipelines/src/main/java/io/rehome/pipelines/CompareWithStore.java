package io.rehome.pipelines;

import io.rehome.io.Compared;
import io.rehome.io.RangePrints;
import io.rehome.io.ReadLimits;
import io.rehome.io.Scan;
import io.rehome.io.Selections;
import io.rehome.model.KeyRange;
import io.rehome.model.SourceTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.ParDo;
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
  private final Gate gate;

  CompareWithStore(Workplace workplace, Scan scan, Gate gate) {
    this.workplace = workplace;
    this.scan = scan;
    this.gate = gate;
  }

  /** What is read of an entity: these ranges, within these limits. */
  record Reading(SourceTable table, ReadLimits limits, List<KeyRange> ranges) {}

  /** Lets a pipeline compare what these readings bring. */
  void fill(Pipeline pipeline, List<Reading> readings) {
    PCollectionList<KV<Long, byte[]>> rows = PCollectionList.empty(pipeline);
    List<KeyRange> ranges = new ArrayList<>();
    for (Reading reading : readings) {
      rows = rows.and(rows(pipeline, reading));
      ranges.addAll(reading.ranges());
    }
    KeyedPCollectionTuple.of(ROWS, rows.apply("Rows of all entities", Flatten.pCollections()))
        .and(PRINTS, prints(pipeline, ranges))
        .apply("Group rows and fingerprints", CoGroupByKey.create())
        .apply("Compare and remember", ParDo.of(new Compare(workplace, scan)));
  }

  private PCollection<KV<Long, byte[]>> rows(Pipeline pipeline, Reading reading) {
    String entity = reading.table().entity();
    PackRows packing = new PackRows(workplace, entity, gate.groups());
    return gate.spread(pipeline, entity, reading.ranges())
        .apply(
            "Read and pack " + entity,
            workplace.source().read(reading.table(), reading.limits(), packing));
  }

  private PCollection<KV<Long, RangePrints>> prints(Pipeline pipeline, List<KeyRange> ranges) {
    return gate.spread(pipeline, "all entities", ranges)
        .apply("Fetch fingerprints", ParDo.of(new FetchPrints(workplace, gate.groups())))
        .setCoder(KvCoder.of(VarLongCoder.of(), SerializableCoder.of(RangePrints.class)));
  }

  private static final class FetchPrints extends DoFn<KeyRange, KV<Long, RangePrints>> {
    private static final long serialVersionUID = 1;
    private final Workplace workplace;
    private final Groups groups;

    FetchPrints(Workplace workplace, Groups groups) {
      this.workplace = workplace;
      this.groups = groups;
    }

    @ProcessElement
    public void process(@Element KeyRange range, OutputReceiver<KV<Long, RangePrints>> prints) {
      prints.output(
          KV.of(groups.of(range.id()), Patience.of(() -> workplace.selections().prints(range))));
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
      Map<Long, List<byte[]>> packs = new HashMap<>();
      group
          .getValue()
          .getAll(ROWS)
          .forEach(
              pack ->
                  packs.computeIfAbsent(RowPack.range(pack), any -> new ArrayList<>()).add(pack));
      for (RangePrints prints : group.getValue().getAll(PRINTS)) {
        compare(prints, packs.getOrDefault(prints.range().id(), List.of()));
      }
    }

    private void compare(RangePrints prints, List<byte[]> packs) {
      Selections selections = workplace.selections();
      RowPack.whole(packs.stream().map(RowPack::unpack).toList())
          .ifPresent(
              rows -> {
                Compared found = ComparePrints.of(prints, selections).with(rows);
                Patience.with(() -> selections.compared(scan, prints.range(), found));
                InFlight.of(workplace.tag().run()).progressed();
              });
    }
  }
}
