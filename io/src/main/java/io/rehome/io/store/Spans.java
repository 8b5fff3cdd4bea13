package io.rehome.io.store;

import io.rehome.io.RangeSize;
import io.rehome.io.Scan;
import io.rehome.model.KeyRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Divides an entity's kept records into spans of their key's text. */
final class Spans {
  /**
   * A span is full when its rows or its bytes are; each record counts with its share of both, and
   * stands for those of the blocks that are not looked at. The records' sizes are taken first:
   * sorted with their texts, they took three times as long.
   */
  private static final String BOUNDS =
      """
      select max(c.source_key)
        from (select r.source_key,
                     floor(sum(1 / ?::float8 + r.bytes / ?::float8)
                             over (order by r.source_key rows unbounded preceding)) as span
                from (select source_key, octet_length(source) as bytes
                        from %s tablesample system (?::float4)
                       where source is not null offset 0) r) c
       group by c.span
       order by 1
      """;

  private static final String BLOCKS =
      "select pg_relation_size(?::regclass) / current_setting('block_size')::int";

  /** Of a larger table so many blocks are looked at, spread over all of it. */
  private static final double SAMPLED_BLOCKS = 10_000;

  private static final double ALL = 1;

  private static final String KNOWN =
      "select exists (select from rehome.scan_span where scan = ? and entity = ?)";

  private static final String ADD =
      """
      insert into rehome.scan_span (scan, id, entity, low, high)
      select ?, coalesce(min(id), 0) - 1, ?, ?, ? from rehome.scan_span where scan = ?
      """;

  private static final String UNCOMPARED =
      """
      select s.id, s.low, s.high
        from rehome.scan_span s
       where s.scan = ? and s.entity = ?
         and not exists (select from rehome.scan_range c
                          where c.scan = s.scan and c.range_id = s.id)
       order by s.id desc
      """;

  private final Session session;
  private final Entity entity;

  Spans(Session session, Entity entity) {
    this.session = session;
    this.entity = entity;
  }

  /** The last key of each span but the last, as it is stored. No span is larger. */
  List<String> bounds(RangeSize size) throws SQLException {
    return bounds(size, ALL);
  }

  /** The same, where this share of the table's blocks is looked at. */
  private List<String> bounds(RangeSize size, double share) throws SQLException {
    List<String> last =
        session.list(
            row -> row.getString(1),
            BOUNDS.formatted(entity.records()),
            size.rows() * share,
            size.bytes() * share,
            100 * share);
    return last.isEmpty() ? last : last.subList(0, last.size() - 1);
  }

  private double sampledShare() throws SQLException {
    long blocks = session.one(row -> row.getLong(1), BLOCKS, entity.records());
    return blocks <= SAMPLED_BLOCKS ? ALL : SAMPLED_BLOCKS / blocks;
  }

  /**
   * The scan's spans that it has not compared, made when they are first asked for. Those of a large
   * table are only about as large as they should be.
   */
  List<KeyRange> uncompared(Scan scan, RangeSize size) throws SQLException {
    if (!session.one(row -> row.getBoolean(1), KNOWN, scan.id(), entity.id())) {
      divide(scan, size);
    }
    return session.list(this::span, UNCOMPARED, scan.id(), entity.id());
  }

  private void divide(Scan scan, RangeSize size) throws SQLException {
    @Nullable String low = null;
    for (String high : bounds(size, sampledShare())) {
      add(scan, low, high);
      low = high;
    }
    add(scan, low, null);
  }

  private void add(Scan scan, @Nullable String low, @Nullable String high) throws SQLException {
    session.update(ADD, scan.id(), entity.id(), low, high, scan.id());
  }

  private KeyRange span(ResultSet row) throws SQLException {
    return new KeyRange(entity.name(), row.getLong(1), bound(row, 2), bound(row, 3));
  }

  private static List<String> bound(ResultSet row, int column) throws SQLException {
    String stored = row.getString(column);
    return stored == null ? List.of() : List.of(KeyColumn.key(stored));
  }
}
