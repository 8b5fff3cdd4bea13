package io.rehome.io.jdbc;

import com.google.common.math.LongMath;
import io.rehome.io.RangeSize;
import io.rehome.model.SourceColumn;
import io.rehome.model.SourceTable;
import io.rehome.model.SourceType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Divides a table's keys into ranges of about equal numbers of rows. */
final class KeyBounds {
  /**
   * Each range of a keyless table reads the whole table: there are as many as these rows divided by
   * those of a range, 16 for ranges of 10,000. Smaller ranges are asked for where the source may be
   * read slowly only, and there is time for more.
   */
  private static final long KEYLESS_ROWS = 160_000;

  private final Connection connection;
  private final Selection selection;
  private final Optional<SourceStatistics> statistics;

  private KeyBounds(
      Connection connection, Selection selection, Optional<SourceStatistics> statistics) {
    this.connection = connection;
    this.selection = selection;
    this.statistics = statistics;
  }

  static KeyBounds in(Connection connection, SourceCatalog catalog, SourceTable table)
      throws SQLException {
    return new KeyBounds(
        connection, catalog.selection(table, List.of()), catalog.statistics(table.from()));
  }

  /** The bounds; an integer key that is dense is divided without a scan, others are walked. */
  List<List<String>> of(RangeSize size) throws SQLException {
    long rows = rowsOfRange(size);
    if (selection.table().isKeyless()) {
      long most = Math.max(1, KEYLESS_ROWS / size.rows());
      long ranges = Math.min(most, LongMath.divide(rowsOfTable(), rows, RoundingMode.CEILING));
      return KeySpan.ofBuckets(Selection.buckets()).parts(ranges);
    }
    Optional<KeySpan> dense = denseSpan();
    return dense.isPresent()
        ? dense.get().steps(rows)
        : new KeyWalk(connection, selection).bounds(rows);
  }

  private long rowsOfRange(RangeSize size) {
    return statistics.map(it -> size.rowsOf(it.rowBytes())).orElse(size.rows());
  }

  private long rowsOfTable() throws SQLException {
    return statistics.isPresent() ? statistics.get().rows() : number("count(*)").longValue();
  }

  private Optional<KeySpan> denseSpan() throws SQLException {
    if (statistics.isEmpty() || !isWholeNumber(selection.table().key())) {
      return Optional.empty();
    }
    String key = selection.key().list();
    BigDecimal low = number("coalesce(min(" + key + "), 0)");
    BigDecimal high = number("coalesce(max(" + key + "), 0)");
    return Optional.of(new KeySpan(low, high)).filter(it -> it.isDense(statistics.get().rows()));
  }

  private static boolean isWholeNumber(List<SourceColumn> key) {
    return key.size() == 1
        && key.get(0).type() == SourceType.INTEGER
        && !key.get(0).typeName().startsWith("bit");
  }

  /** Of all rows: under any other condition MariaDB looks for the ends of an index in each row. */
  private BigDecimal number(String aggregate) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(selection.select(aggregate, "1 = 1"));
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getBigDecimal(1);
    }
  }
}
