package io.rehome.io.store;

import io.rehome.io.DatabaseAddress;
import io.rehome.io.ReadWatch;
import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import io.rehome.model.PageId;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/** Reads the originals of spans of keys as pages. */
final class ReadKept extends PTransform<PCollection<KeyRange>, PCollection<Page>> {
  private static final long serialVersionUID = 1;
  private static final int PAGE_ROWS = 1000;

  private final DatabaseAddress address;
  private final String marketplace;
  private final SourceTable table;
  private final ReadWatch watch;

  ReadKept(DatabaseAddress address, String marketplace, SourceTable table, ReadWatch watch) {
    super("Read " + table.entity() + " from the store");
    this.address = address;
    this.marketplace = marketplace;
    this.table = table;
    this.watch = watch;
  }

  @Override
  public PCollection<Page> expand(PCollection<KeyRange> spans) {
    return spans
        .apply("Read kept originals of " + table.entity(), ParDo.of(new ReadSpan(this)))
        .setCoder(SerializableCoder.of(Page.class));
  }

  private static final class ReadSpan extends DoFn<KeyRange, Page> {
    private static final long serialVersionUID = 1;
    private final ReadKept step;
    private transient Session session;

    @SuppressWarnings("NullAway.Init") // set up on the worker
    ReadSpan(ReadKept step) {
      this.step = step;
    }

    @Setup
    public void setUp() {
      session = new Session(step.address);
    }

    @ProcessElement
    public void process(@Element KeyRange span, OutputReceiver<Page> pages) {
      step.watch.begins(span);
      long reading = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
      Optional<SourceKey> after = Optional.empty();
      boolean more = true;
      for (int number = 0; more; number++) {
        List<SourceRow> rows = rows(span, after);
        more = rows.size() == PAGE_ROWS;
        Page page = page(new PageId(span.entity(), span.id(), reading, number), rows, more);
        step.watch.took(page);
        pages.output(page);
        after = more ? Optional.of(rows.get(rows.size() - 1).key()) : after;
      }
    }

    private List<SourceRow> rows(KeyRange span, Optional<SourceKey> after) {
      return session.transaction(
          () -> {
            Entity entity = new Entity.Directory(session, step.marketplace).entity(span.entity());
            return new KeptRecords(session, entity, step.table).rows(span, after, PAGE_ROWS);
          });
    }

    private static Page page(PageId id, List<SourceRow> rows, boolean more) {
      long keySum = rows.stream().mapToLong(row -> row.key().hash64()).sum();
      return new Page(id, rows, more ? new Page.End.More() : new Page.End.Last(), keySum);
    }

    @Teardown
    public void tearDown() {
      session.close();
    }
  }
}
