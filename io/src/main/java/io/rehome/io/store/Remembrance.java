package io.rehome.io.store;

import io.rehome.io.RangePrints;
import io.rehome.io.Remembered;
import io.rehome.model.Bytes;
import io.rehome.model.Fingerprint;
import io.rehome.model.KeyRange;
import io.rehome.model.Outcome;
import io.rehome.model.SourceKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the store remembers of an entity's source rows, for comparisons. */
final class Remembrance {
  /** Made when a comparison first needs it: NORMAL, which fills the table, does not pay for it. */
  private static final String INDEX =
      "create index if not exists record_%2$d_range on %1$s (range_id)";

  private static final String SELECT =
      """
      select r.source_key, r.source_fp, r.chosen, %s, (%s or %s)
        from %s r join rehome.page p on p.id = r.page
       where\s"""
          .formatted(LifeCycle.outcome(), LifeCycle.isPresent(), LifeCycle.mayHaveMore(), "%s");

  /** One value for a range: a row for each record would be most of what a comparison costs. */
  private static final String PRINTS =
      """
      select coalesce(string_agg(uuid_send(r.source_fp), '') filter (where r.chosen and %1$s), ''),
             coalesce(string_agg(uuid_send(r.source_fp), '') filter (where not r.chosen and %1$s), ''),
             count(*) filter (where not %1$s)
        from %2$s r join rehome.page p on p.id = r.page
       where r.range_id = ?
      """
          .formatted(LifeCycle.isToldByPrint(), "%s");

  private static final String UNTOLD_OR =
      "r.range_id = ? and (r.source_fp = any(?) or not %s)".formatted(LifeCycle.isToldByPrint());

  private final Session session;
  private final Entity entity;

  Remembrance(Session session, Entity entity) {
    this.session = session;
    this.entity = entity;
  }

  void index() throws SQLException {
    session.update(INDEX.formatted(entity.records(), entity.id()));
  }

  RangePrints prints(KeyRange range) throws SQLException {
    return session.one(
        row ->
            new RangePrints(
                range, new Bytes(row.getBytes(1)), new Bytes(row.getBytes(2)), row.getLong(3)),
        PRINTS.formatted(entity.records()),
        range.id());
  }

  List<Remembered> of(KeyRange range, Collection<Fingerprint> prints) throws SQLException {
    return list(
        UNTOLD_OR, range.id(), prints.stream().map(Fingerprint::asUuid).toArray(UUID[]::new));
  }

  List<Remembered> of(Collection<SourceKey> keys) throws SQLException {
    String[] stored = keys.stream().map(key -> KeyColumn.stored(key.text())).toArray(String[]::new);
    return list("r.source_key = any(?)", (Object) stored);
  }

  private List<Remembered> list(String condition, @Nullable Object... parameters)
      throws SQLException {
    return session.list(
        Remembrance::remembered, SELECT.formatted(entity.records()) + condition, parameters);
  }

  private static Remembered remembered(ResultSet row) throws SQLException {
    return new Remembered(
        new SourceKey(KeyColumn.key(row.getString(1))),
        Fingerprint.of(row.getObject(2, UUID.class)),
        row.getBoolean(3),
        Outcome.valueOf(row.getString(4)),
        row.getBoolean(5));
  }
}
