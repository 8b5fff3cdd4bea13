package io.rehome.io.store;

import io.rehome.model.SourceKey;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** An entity's records that were deferred, and the ranges that wait for them. */
final class SettledRecords {
  private static final String LIST =
      """
      select r.source_key
        from %s r join rehome.page p on p.id = r.page
       where r.deferred_page is not null and r.source_key %s ? and %s
       order by r.source_key
       limit ?
      """;

  private static final String WAITING =
      "select exists (select from rehome.key_range where entity = ? and state = 'W')";

  private static final String PENDING_PAGES =
      """
      select exists (select from rehome.page
                      where entity = ? and range_id = 0 and deferred > 0
                        and confirmed_at is not null)
      """;

  /**
   * A waiting range is finished when none of the records is PENDING any more that the reading
   * deferred which closed it. Materialized: statistics may know of one waiting range where there
   * are thousands.
   */
  private static final String CLOSE_RANGES =
      """
      with pages as materialized (
        select distinct on (p.range_id, p.number) p.*
          from rehome.key_range k
          join rehome.page p on p.range_id = k.id and p.reading = k.reading
         where k.entity = ? and k.state = 'W' and p.confirmed_at is not null
         order by p.range_id, p.number, p.id desc
      ), counted as materialized (
        select range_id, read, loaded, unchanged, rejected, skipped, merged, gone, 0 as pending,
               key_sum = outcome_sum as agrees
          from pages
        union all
        select d.range_id, 0, (o.outcome = 'LOADED')::int, 0, (o.outcome = 'REJECTED')::int,
               (o.outcome = 'SKIPPED')::int, (o.outcome = 'MERGED')::int,
               (o.outcome = 'GONE')::int, (o.outcome = 'PENDING')::int, true
          from pages d
         cross join lateral unnest(d.deferred_keys) w (source_key)
          join %1$s r on r.source_key = w.source_key
          join rehome.page p on p.id = r.page
         cross join lateral (select %2$s) o (outcome)
      ), ranges as materialized (
        select range_id, sum(read) as read, sum(loaded) as loaded, sum(unchanged) as unchanged,
               sum(rejected) as rejected, sum(skipped) as skipped, sum(merged) as merged,
               sum(gone) as gone,
               bool_and(agrees)
                 and sum(read) = sum(loaded + unchanged + rejected + skipped + merged + gone)
                 as balanced
          from counted
         group by 1
        having sum(pending) = 0
      )
      update rehome.key_range k
         set state = 'F', run = ?, finished_at = now(), read = c.read, loaded = c.loaded,
             unchanged = c.unchanged, rejected = c.rejected, skipped = c.skipped,
             merged = c.merged, gone = c.gone, pending = 0, balanced = c.balanced
        from ranges c
       where k.id = c.range_id
      """;

  /** Pages that were gathered by key and hold deferred records of their own. */
  private static final String CLOSE_PAGES =
      """
      update rehome.page b
         set loaded = b.loaded + l.loaded, rejected = b.rejected + l.rejected,
             skipped = b.skipped + l.skipped, merged = b.merged + l.merged,
             gone = b.gone + l.gone, deferred = 0
        from (select d.id,
                     count(*) filter (where o.outcome = 'LOADED') as loaded,
                     count(*) filter (where o.outcome = 'REJECTED') as rejected,
                     count(*) filter (where o.outcome = 'SKIPPED') as skipped,
                     count(*) filter (where o.outcome = 'MERGED') as merged,
                     count(*) filter (where o.outcome = 'GONE') as gone
                from rehome.page d
               cross join lateral unnest(d.deferred_keys) w (source_key)
                join %1$s r on r.source_key = w.source_key
                join rehome.page p on p.id = r.page
               cross join lateral (select %2$s) o (outcome)
               where d.entity = ? and d.range_id = 0 and d.deferred > 0
                 and d.confirmed_at is not null
               group by 1
              having bool_and(o.outcome <> 'PENDING')) l
       where b.id = l.id
      """;

  private static final String PLACED =
      """
      select exists (select from rehome.page where run = ? and entity = ? and range_id = -1)
      """;

  /** A loaded record waits for nobody. */
  private static final String FORGET_EDGES =
      """
      delete from rehome.edge e using %s r, rehome.page p
       where e.child_entity = ? and r.source_key = e.child_key and r.deferred_page is not null
         and p.id = r.page and %s
      """;

  private static final String REFUSED =
      """
      select exists (select from rehome.page
                      where run = ? and entity = ? and range_id = -1 and confirmed_at is null
                        and rejected > 0)
      """;

  /** With them ends what stood in their records until then. */
  private static final String CONFIRM =
      """
      with confirmed as (
        update rehome.page set confirmed_at = now()
         where run = ? and entity = ? and range_id = -1 and confirmed_at is null and ready > 0
        returning id)
      delete from rehome.stand_in s using confirmed c where s.page = c.id
      """;

  private final Session session;
  private final Entity entity;

  SettledRecords(Session session, Entity entity) {
    this.session = session;
    this.entity = entity;
  }

  List<SourceKey> list(Optional<SourceKey> after, int limit) throws SQLException {
    return session.list(
        row -> new SourceKey(KeyColumn.key(row.getString(1))),
        LIST.formatted(entity.records(), after.isPresent() ? ">" : ">=", LifeCycle.isUnderWay()),
        after.map(key -> KeyColumn.stored(key.text())).orElse(""),
        limit);
  }

  /** Whether the target refused some in a pass of this run that is not confirmed. */
  boolean isRefusedSome(int run) throws SQLException {
    return session.one(row -> row.getBoolean(1), REFUSED, run, entity.id());
  }

  /** Confirms the pages on which this run brought them into the target. */
  void confirm(int run) throws SQLException {
    session.update(CONFIRM, run, entity.id());
  }

  /**
   * Whether any page or range waits for one. The records are not asked: the planner takes most of
   * them for deferred ones until it knows better, and would look through all of a table for none.
   */
  boolean areWaitedFor() throws SQLException {
    return isSome(WAITING) || isSome(PENDING_PAGES);
  }

  private boolean isSome(String question) throws SQLException {
    return session.one(row -> row.getBoolean(1), question, entity.id());
  }

  void close(int run) throws SQLException {
    if (session.one(row -> row.getBoolean(1), PLACED, run, entity.id())) {
      session.update(FORGET_EDGES.formatted(entity.records(), LifeCycle.isLoaded()), entity.id());
    }
    if (isSome(WAITING)) {
      session.update(
          CLOSE_RANGES.formatted(entity.records(), LifeCycle.outcome()), entity.id(), run);
    }
    if (isSome(PENDING_PAGES)) {
      session.update(CLOSE_PAGES.formatted(entity.records(), LifeCycle.outcome()), entity.id());
    }
  }
}
