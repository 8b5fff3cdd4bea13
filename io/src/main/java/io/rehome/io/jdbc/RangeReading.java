package io.rehome.io.jdbc;

import io.rehome.io.ReadLimits;
import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import io.rehome.model.PageId;
import io.rehome.model.SourceRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** One reading of one range: cuts it into pages. */
final class RangeReading {
  private final KeyRange range;
  private final RowMaker rows;
  private final ReadLimits limits;
  private final Cutting cutting;
  private final long number = ThreadLocalRandom.current().nextLong();
  private final Ordinals ordinals = new Ordinals();
  private int pages;
  private long bytes;
  private @Nullable SourceRow kept;

  RangeReading(KeyRange range, RowMaker rows, ReadLimits limits, Cutting cutting) {
    this.range = range;
    this.rows = rows;
    this.limits = limits;
    this.cutting = cutting;
  }

  /** The page that begins with the current row. */
  Page page(OpenRange open) throws SQLException {
    List<SourceRow> taken = new ArrayList<>();
    SourceRow row = current(open);
    long size = 0;
    do {
      taken.add(row);
      size += row.bytes();
      row = following(open, taken, size);
    } while (row != null);
    bytes += size;
    return new Page(nextId(), taken, end(open, taken.get(taken.size() - 1)), keySum(taken));
  }

  private SourceRow current(OpenRange open) throws SQLException {
    SourceRow row = kept == null ? rows.row(open.rows(), ordinals) : kept;
    kept = null;
    return row;
  }

  /** The next row of the page; a row that fills a page alone is kept for the page after it. */
  private @Nullable SourceRow following(OpenRange open, List<SourceRow> taken, long size)
      throws SQLException {
    if (taken.size() >= rowsOfPage() || size >= limits.pageBytes() || !open.next()) {
      return null;
    }
    SourceRow row = rows.row(open.rows(), ordinals);
    if (row.bytes() < limits.pageBytes()) {
      return row;
    }
    kept = row;
    open.again();
    return null;
  }

  /** A page holds no more than a second's rows: else a slow pace would be kept in long jerks. */
  private long rowsOfPage() {
    long pace = limits.rowsPerSecond();
    return pace == 0 ? limits.pageRows() : Math.min(limits.pageRows(), pace);
  }

  private Page.End end(OpenRange open, SourceRow last) throws SQLException {
    if (!open.hasNext()) {
      return new Page.End.Last();
    }
    if (bytes < limits.splitBytes() || rows.isOfContent(last) || !mayCut(open, last)) {
      return new Page.End.More();
    }
    open.end();
    return new Page.End.Split(last.key().parts(rows.keyColumns()));
  }

  private boolean mayCut(OpenRange open, SourceRow last) throws SQLException {
    SourceRow next = kept == null ? rows.row(open.rows(), new Ordinals()) : kept;
    return cutting.allows(last.key(), next.key());
  }

  private PageId nextId() {
    return new PageId(range.entity(), range.id(), number, pages++);
  }

  private static long keySum(List<SourceRow> taken) {
    long sum = 0;
    for (SourceRow row : taken) {
      sum += row.key().hash64();
    }
    return sum;
  }
}
