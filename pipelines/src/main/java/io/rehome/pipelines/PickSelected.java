package io.rehome.pipelines;

import io.rehome.io.Scan;
import io.rehome.model.Page;
import io.rehome.model.PageId;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Keeps the rows that a scan selected, as if they had been gathered by key: for records that have
 * none, and can be found only by reading their range again.
 */
final class PickSelected extends PTransform<PCollection<Page>, PCollection<Page>> {
  private static final long serialVersionUID = 1;
  private final Workplace workplace;
  private final Scan scan;

  PickSelected(Workplace workplace, Scan scan) {
    this.workplace = workplace;
    this.scan = scan;
  }

  @Override
  public PCollection<Page> expand(PCollection<Page> pages) {
    return pages
        .apply("Keep what is selected", ParDo.of(new PickRows(workplace, scan)))
        .setCoder(SerializableCoder.of(Page.class));
  }

  private static final class PickRows extends DoFn<Page, Page> {
    private static final long serialVersionUID = 1;
    private final Workplace workplace;
    private final Scan scan;

    PickRows(Workplace workplace, Scan scan) {
      this.workplace = workplace;
      this.scan = scan;
    }

    @ProcessElement
    public void process(@Element Page page, OutputReceiver<Page> pages) {
      List<SourceKey> keys = page.rows().stream().map(SourceRow::key).toList();
      Set<SourceKey> selected =
          Patience.of(() -> workplace.selections().selected(scan, page.id().entity(), keys));
      Page picked = picked(page, selected);
      InFlight.of(workplace.tag().run()).landed(page.bytes() - picked.bytes());
      if (!picked.rows().isEmpty()) {
        pages.output(picked);
      }
    }

    private static Page picked(Page page, Set<SourceKey> selected) {
      List<SourceRow> rows =
          page.rows().stream().filter(row -> selected.contains(row.key())).toList();
      PageId id = page.id();
      return new Page(
          new PageId(id.entity(), PageId.BY_KEY, id.reading(), id.number()),
          rows,
          new Page.End.Last(),
          rows.stream().mapToLong(row -> row.key().hash64()).sum());
    }
  }
}
