package io.rehome.io.jdbc;

import io.rehome.io.Outage;
import io.rehome.io.Packing;
import io.rehome.io.ReadLimits;
import io.rehome.io.ReadWatch;
import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.beam.sdk.io.jdbc.JdbcIO;
import org.jspecify.annotations.Nullable;

/**
 * Turns result sets into pages. To JdbcIO it is two things that know the range together: what sets
 * the parameters of a range, and a row mapper that takes the following rows of the result set into
 * one page. JdbcIO serializes both with one function, so they stay one object, used by one thread.
 */
final class PageMapper<T> implements JdbcIO.PreparedStatementSetter<KeyRange>, JdbcIO.RowMapper<T> {
  private static final long serialVersionUID = 1;
  private final KeyCondition key;
  private final int conditions;
  private final RowMaker rows;
  private final ReadLimits limits;
  private final SourceRate rate;
  private final ReadWatch watch;
  private final Packing<T> packing;
  private transient @Nullable RangeReading reading;

  PageMapper(
      Selection selection,
      ReadLimits limits,
      SourceRate rate,
      ReadWatch watch,
      Packing<T> packing) {
    this.key = selection.key();
    this.conditions = selection.conditions();
    this.rows = new RowMaker(selection);
    this.limits = limits;
    this.rate = rate;
    this.watch = watch;
    this.packing = packing;
  }

  @Override
  public void setParameters(KeyRange range, PreparedStatement statement) throws SQLException {
    watch.begins(range);
    key.bind(statement, range, conditions);
    reading = new RangeReading(range, rows, limits, cutting(range));
  }

  /** Rows with a NULL in a composite key stand anywhere in their range: it is read in one go. */
  private Cutting cutting(KeyRange range) {
    boolean canHoldNulls = rows.keyColumns() > 1 && key.dialect().nullKeys().areIn(range);
    return rows.keyColumns() == 0 || canHoldNulls ? Cutting.NEVER : Cutting.BETWEEN_KEYS;
  }

  /** The page that begins with the current row. */
  @Override
  public T mapRow(ResultSet results) throws SQLException {
    if (reading == null) {
      throw new IllegalStateException("a page is read before its range is known");
    }
    Page page = page(reading, results.unwrap(OpenRange.class));
    rate.took(page.rows().size());
    watch.took(page);
    return packing.packed(page);
  }

  private Page page(RangeReading reading, OpenRange open) throws SQLException {
    try {
      return reading.page(open);
    } catch (SQLException e) {
      Optional<Outage> outage = SqlOutages.of(rate.server(), e);
      if (outage.isPresent()) {
        throw outage.get();
      }
      throw e;
    }
  }
}
