package io.rehome.pipelines;

import io.rehome.io.Ledger;
import io.rehome.io.ReadLimits;
import io.rehome.io.Scan;
import io.rehome.io.Selections;
import io.rehome.model.Page;
import io.rehome.model.PageId;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.jspecify.annotations.Nullable;

/** Gathers records by key into pages: from the source, or as the store keeps them. */
final class GatherPages extends PTransform<PCollection<KeySlice>, PCollection<Page>> {
  private static final long serialVersionUID = 1;
  private final Workplace workplace;
  private final Stretch stretch;
  private final ReadLimits limits;
  private final Origin origin;
  private final @Nullable Scan scan;

  GatherPages(Workplace workplace, Stretch stretch, ReadLimits limits, Errand errand) {
    this.workplace = workplace;
    this.stretch = stretch;
    this.limits = limits;
    this.origin = errand.origin();
    this.scan = errand.scan().orElse(null);
  }

  @Override
  public PCollection<Page> expand(PCollection<KeySlice> slices) {
    return slices
        .apply("Gather records from " + origin.spoken(), ParDo.of(new GatherPage(this)))
        .setCoder(SerializableCoder.of(Page.class));
  }

  private static final class GatherPage extends DoFn<KeySlice, Page> implements Portions.Supply {
    private static final long serialVersionUID = 1;
    private final GatherPages step;
    private transient Ledger ledger;
    private transient Portions portions;

    @SuppressWarnings("NullAway.Init") // set up on the worker
    GatherPage(GatherPages step) {
      this.step = step;
    }

    @Setup
    public void setUp() {
      ledger = step.workplace.store().ledger(step.workplace.tag());
      portions = new Portions(step.limits.pageRows(), step.limits.pageBytes());
    }

    @ProcessElement
    public void process(@Element KeySlice slice, OutputReceiver<Page> pages) {
      InFlight flight = InFlight.of(step.workplace.tag().run());
      Set<SourceKey> absent = new LinkedHashSet<>(slice.keys());
      AtomicInteger number = new AtomicInteger();
      portions.each(
          slice.keys(),
          this,
          rows -> {
            rows.forEach(row -> absent.remove(row.key()));
            Page page = page(slice.page(number.getAndIncrement()), rows);
            flight.took(page);
            pages.output(page);
          });
      flight.gathered(slice);
      tellAbsent(absent);
    }

    @Override
    public List<SourceRow> rows(List<SourceKey> keys) {
      return Patience.of(() -> step.origin.rows(step.workplace, ledger, step.stretch, keys));
    }

    @Override
    public int fitting(List<SourceKey> keys, long bytes) {
      return Patience.of(() -> step.origin.fitting(ledger, step.stretch, keys, bytes));
    }

    private static Page page(PageId id, List<SourceRow> rows) {
      long keySum = rows.stream().mapToLong(row -> row.key().hash64()).sum();
      return new Page(id, rows, new Page.End.Last(), keySum);
    }

    /** Tells the scan that asked which of its records the source has no more. */
    private void tellAbsent(Set<SourceKey> absent) {
      Scan scan = step.scan;
      if (scan != null && !absent.isEmpty()) {
        tell(scan, List.copyOf(absent));
      }
    }

    private void tell(Scan scan, List<SourceKey> absent) {
      Selections selections = step.workplace.selections();
      Patience.with(() -> selections.absent(scan, step.stretch.entity(), absent));
    }

    @Teardown
    public void tearDown() {
      ledger.close();
    }
  }
}
