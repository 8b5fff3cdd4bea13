package io.rehome.pipelines;

import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Gathers records by key a few at a time, and cuts them into pages by rows and bytes. How many it
 * asks for at once it learns from those that came before. For one thread.
 */
final class Portions {
  private static final int FIRST = 50;
  private static final int MOST_GROWTH = 8;

  private final int pageRows;
  private final long pageBytes;
  private int atOnce = FIRST;

  Portions(int pageRows, long pageBytes) {
    this.pageRows = pageRows;
    this.pageBytes = pageBytes;
  }

  /** Where the rows come from. */
  interface Supply {
    List<SourceRow> rows(List<SourceKey> keys);

    /**
     * Of how many of these keys, from the first on, the rows have about so many bytes together, as
     * far as it is known before they are asked for; one at least.
     */
    int fitting(List<SourceKey> keys, long bytes);
  }

  /**
   * Hands out the rows of these keys as pages: each ends after the row that reaches its bytes, and
   * a row that fills a page alone travels alone.
   */
  void each(List<SourceKey> keys, Supply supply, Consumer<List<SourceRow>> page) {
    List<SourceRow> open = new ArrayList<>();
    for (int at = 0, next; at < keys.size(); at = next) {
      List<SourceKey> some = keys.subList(at, Math.min(keys.size(), at + atOnce));
      next = at + supply.fitting(some, pageBytes);
      List<SourceRow> rows = supply.rows(keys.subList(at, next));
      learn(next - at, bytes(rows));
      open = cut(open, rows, page);
    }
    if (!open.isEmpty()) {
      page.accept(open);
    }
  }

  /** Answers what is left for the next page. */
  private List<SourceRow> cut(
      List<SourceRow> before, List<SourceRow> rows, Consumer<List<SourceRow>> page) {
    List<SourceRow> open = before;
    long size = bytes(open);
    for (SourceRow row : rows) {
      if (row.bytes() >= pageBytes) {
        page.accept(List.of(row));
        continue;
      }
      open.add(row);
      size += row.bytes();
      if (size >= pageBytes || open.size() == pageRows) {
        page.accept(open);
        open = new ArrayList<>();
        size = 0;
      }
    }
    return open;
  }

  private void learn(int asked, long came) {
    long fitting = pageBytes * asked / Math.max(1, came);
    atOnce = (int) Math.max(1, Math.min(Math.min(fitting, pageRows), atOnce * (long) MOST_GROWTH));
  }

  private static long bytes(List<SourceRow> rows) {
    return rows.stream().mapToLong(SourceRow::bytes).sum();
  }
}
