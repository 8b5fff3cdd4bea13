package io.rehome.pipelines;

import io.rehome.io.Contender;
import io.rehome.io.Ledger;
import io.rehome.model.Page;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/**
 * Finds the records that claim the same unique value before any of them is loaded: claims are
 * packed by hash bucket, grouped, and those that meet another are remembered in the store, ranked
 * by key. So the winner does not depend on who comes first.
 */
final class FindContenders extends PTransform<PCollection<Page>, PDone> {
  private static final long serialVersionUID = 1;
  private final Workplace workplace;
  private final SourceTable narrow;
  private final Share share;
  private final int buckets;

  /**
   * Finds the contenders of one entity.
   *
   * @param narrow the entity's source with the columns that its unique fields read
   * @param share the claims that are looked at
   */
  FindContenders(Workplace workplace, SourceTable narrow, Share share, int buckets) {
    this.workplace = workplace;
    this.narrow = narrow;
    this.share = share;
    this.buckets = buckets;
  }

  /** The columns that it reads. */
  SourceTable narrow() {
    return narrow;
  }

  @Override
  public PDone expand(PCollection<Page> pages) {
    pages
        .apply("Claim unique values", ParDo.of(new ClaimPage(this)))
        .setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()))
        .apply("Group claims by hash", GroupByKey.create())
        .apply("Remember contenders", ParDo.of(new RememberContenders(this)));
    return PDone.in(pages.getPipeline());
  }

  private static final class ClaimPage extends DoFn<Page, KV<Integer, byte[]>> {
    private static final long serialVersionUID = 1;
    private final FindContenders step;
    private transient UniqueValues values;

    @SuppressWarnings("NullAway.Init") // set up on the worker
    ClaimPage(FindContenders step) {
      this.step = step;
    }

    @Setup
    public void setUp() {
      values = new UniqueValues(step.workplace.rules().rules(step.narrow.entity()), step.narrow);
    }

    @ProcessElement
    public void process(@Element Page page, OutputReceiver<KV<Integer, byte[]>> packs) {
      ClaimPacks packed = new ClaimPacks(step.buckets);
      page.rows().forEach(row -> pack(row, packed));
      packed.forEach((bucket, pack) -> packs.output(KV.of(bucket, pack)));
      InFlight.of(step.workplace.tag().run()).landed(page.bytes());
    }

    private void pack(SourceRow row, ClaimPacks packed) {
      values.of(row).stream()
          .filter(claim -> step.share.holds(claim.value()))
          .forEach(claim -> packed.add(claim, row.key()));
    }
  }

  private static final class RememberContenders extends DoFn<KV<Integer, Iterable<byte[]>>, Void> {
    private static final long serialVersionUID = 1;
    private static final int BATCH = 5_000;
    private final FindContenders step;
    private transient Ledger ledger;

    @SuppressWarnings("NullAway.Init") // set up on the worker
    RememberContenders(FindContenders step) {
      this.step = step;
    }

    @Setup
    public void setUp() {
      ledger = step.workplace.store().ledger(step.workplace.tag());
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<byte[]>> bucket) {
      List<Contender> batch = new ArrayList<>();
      Contention contention = new Contention(step.narrow.key());
      bucket.getValue().forEach(pack -> ClaimPacks.read(pack, contention::add));
      contention.forEach(
          contender -> {
            batch.add(contender);
            if (batch.size() >= BATCH) {
              remember(batch);
            }
          });
      remember(batch);
    }

    private void remember(List<Contender> batch) {
      List<Contender> contenders = List.copyOf(batch);
      batch.clear();
      if (!contenders.isEmpty()) {
        Patience.with(() -> ledger.contend(step.narrow.entity(), contenders));
      }
    }

    @Teardown
    public void tearDown() {
      ledger.close();
    }
  }
}
