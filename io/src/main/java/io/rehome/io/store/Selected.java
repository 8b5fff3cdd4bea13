package io.rehome.io.store;

import io.rehome.io.Compared;
import io.rehome.io.Failed;
import io.rehome.io.Leaving;
import io.rehome.io.Met;
import io.rehome.io.Scan;
import io.rehome.model.KeyRange;
import io.rehome.model.Outcome;
import io.rehome.model.PageId;
import io.rehome.model.SourceKey;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The records of one entity that a scan selected. */
final class Selected {
  /** The records with a state other than READY, by the index that holds nothing else. */
  private static final String REST = "r.state <> " + State.READY.sql();

  private static final String SELECT_FAILED =
      """
      insert into rehome.selection (scan, entity, source_key, state)
      select ?, ?, f.source_key, 'W'
        from (select r.source_key, r.reason, %s as outcome,
                     coalesce(p.confirmed_at, p.begun_at) as updated_at
                from %s r join rehome.page p on p.id = r.page
               where %s) f
       where f.outcome in ('REJECTED', 'PENDING')
         and (cardinality(?::text[]) = 0 or (f.outcome = 'REJECTED' and f.reason = any(?)))
         and (?::timestamptz is null or f.updated_at >= ?)
         and (cardinality(?::text[]) = 0 or f.source_key = any(?))
          on conflict do nothing
      """;

  private static final String HAS_OPEN_PAGES =
      """
      select exists (select from rehome.page
                      where entity = ? and confirmed_at is null and ready > 0)
      """;

  private static final String ADD_RANGE =
      """
      insert into rehome.scan_range
        (scan, range_id, run, entity, read, unchanged, rejected, skipped, merged, selected, balanced)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          on conflict do nothing
      """;

  private static final String ADD =
      """
      insert into rehome.selection (scan, entity, source_key, range_id, state)
      select ?, ?, u.source_key, ?, ?::"char" from unnest(?) u (source_key)
          on conflict (scan, entity, source_key) do update set state = excluded.state
      """;

  /** Those that were not read from a range of this campaign, and that no comparison met. */
  private static final String UNMET =
      """
      insert into rehome.selection (scan, entity, source_key, state)
      select s.id, ?, r.source_key, 'A'
        from rehome.scan s
        join %s r
          on not exists (select from rehome.key_range k
                          where k.id = r.range_id and k.campaign = s.campaign)
       where s.id = ? and not %s
          on conflict do nothing
      """;

  private static final String ADD_NEW =
      """
      insert into rehome.selection (scan, entity, source_key, state)
      select ?, ?, u.source_key, 'W' from unnest(?) u (source_key)
          on conflict do nothing
      returning source_key
      """;

  private static final String ADD_OF_RANGES =
      """
      insert into rehome.selection (scan, entity, source_key, range_id, state)
      select ?, ?, u.source_key, u.range_id, 'W' from unnest(?, ?) u (source_key, range_id)
          on conflict (scan, entity, source_key) do update set range_id = excluded.range_id
      """;

  private static final long BUCKETS_OF_AN_ENTITY = 1L << 32;

  private static final String IN_STATE =
      """
      select source_key from rehome.selection
       where scan = ? and entity = ? and state = ?::"char" and source_key %s ?
       order by source_key
       limit ?
      """;

  private static final String LEAVING =
      """
      select count(*) filter (where s.state = 'A' and (%2$s or %3$s)), count(*) filter (where %2$s)
        from %1$s r
        join rehome.page p on p.id = r.page
        left join rehome.selection s
          on s.scan = ? and s.entity = ? and s.source_key = r.source_key
       where not %4$s
      """;

  private static final String AMONG =
      """
      select source_key from rehome.selection
       where scan = ? and entity = ? and state = 'W' and source_key = any(?)
      """;

  private static final String TAKE_IN = "update %s r set range_id = ? where r.source_key = any(?)";

  private static final String SELECT =
      """
      insert into rehome.selection (scan, entity, source_key, state)
      select ?, ?, u.source_key, 'W' from unnest(?) u (source_key)
          on conflict do nothing
      """;

  private static final String FOUND =
      """
      update rehome.selection set state = 'W'
       where scan = ? and entity = ? and state = 'A' and source_key = any(?)
      """;

  /** A record that a comparison found in a range belongs to that range from now on. */
  private static final String ADOPT =
      """
      update %s r set range_id = s.range_id
        from rehome.selection s
       where s.scan = ? and s.entity = ? and s.state = 'W' and s.source_key <= ?
         and r.source_key = s.source_key and s.range_id is not null
         and r.range_id is distinct from s.range_id
      """;

  private static final String ADOPT_PICKED =
      """
      update %s r set range_id = s.range_id
        from rehome.selection s
       where s.scan = ? and s.entity = ? and s.state = 'W'
         and r.source_key = s.source_key and s.range_id is not null
         and r.range_id is distinct from s.range_id
      """;

  private static final String PICKED =
      """
      update rehome.selection set state = 'E'
       where scan = ? and entity = ? and state = 'W' and range_id is not null
      """;

  private static final String ENTERED =
      """
      update rehome.selection set state = 'E'
       where scan = ? and entity = ? and state = 'W' and source_key <= ?
      """;

  private final Session session;
  private final Entity entity;

  Selected(Session session, Entity entity) {
    this.session = session;
    this.entity = entity;
  }

  void selectFailed(Scan scan, Failed failed) throws SQLException {
    select(scan, failed, REST);
    if (session.one(row -> row.getBoolean(1), HAS_OPEN_PAGES, entity.id())) {
      select(scan, failed, LifeCycle.isOpen());
    }
  }

  private void select(Scan scan, Failed failed, String which) throws SQLException {
    String[] reasons = failed.reasons().stream().map(Enum::name).toArray(String[]::new);
    @Nullable Timestamp since = failed.since().map(Timestamp::from).orElse(null);
    String[] keys = stored(failed.keys());
    session.update(
        SELECT_FAILED.formatted(LifeCycle.outcome(), entity.records(), which),
        scan.id(),
        entity.id(),
        reasons,
        reasons,
        since,
        since,
        keys,
        keys);
  }

  void compared(Scan scan, KeyRange range, int run, Compared found) throws SQLException {
    int added =
        session.update(
            ADD_RANGE,
            scan.id(),
            range.id(),
            run,
            entity.id(),
            found.read(),
            found.unchanged(),
            found.rejected(),
            found.skipped(),
            found.merged(),
            found.selected(),
            found.isBalanced());
    if (added > 0) {
      @Nullable Long home = range.id() > PageId.BY_KEY ? range.id() : null;
      add(scan, home, "W", found.entering());
      add(scan, home, "A", found.excluded());
      add(scan, home, "A", found.absent());
      takeIn(home, found.strays());
    }
  }

  private void takeIn(@Nullable Long range, List<SourceKey> strays) throws SQLException {
    if (range != null && !strays.isEmpty()) {
      session.update(TAKE_IN.formatted(entity.records()), range, stored(strays));
    }
  }

  void unmet(Scan scan) throws SQLException {
    session.update(UNMET.formatted(entity.records(), LifeCycle.isGone()), entity.id(), scan.id());
  }

  Leaving leaving(Scan scan) throws SQLException {
    String leaving =
        LEAVING.formatted(
            entity.records(), LifeCycle.isPresent(), LifeCycle.mayHaveMore(), LifeCycle.isGone());
    return session.one(
        row -> new Leaving(row.getLong(1), row.getLong(2)), leaving, scan.id(), entity.id());
  }

  void select(Scan scan, List<SourceKey> keys) throws SQLException {
    if (!keys.isEmpty()) {
      session.update(SELECT, scan.id(), entity.id(), stored(keys));
    }
  }

  void found(Scan scan, List<SourceKey> keys) throws SQLException {
    session.update(FOUND, scan.id(), entity.id(), stored(keys));
  }

  /** The bucket's number, below zero, stands for a range in the books. */
  void met(Scan scan, int bucket, int run, Met found) throws SQLException {
    int added =
        session.update(
            ADD_RANGE,
            scan.id(),
            -1L - bucket - entity.id() * BUCKETS_OF_AN_ENTITY,
            run,
            entity.id(),
            found.read(),
            found.count(Outcome.UNCHANGED),
            found.count(Outcome.REJECTED),
            found.count(Outcome.SKIPPED),
            found.count(Outcome.MERGED),
            (long) found.entering().size(),
            true);
    if (added > 0 && !found.entering().isEmpty()) {
      List<SourceKey> keys = List.copyOf(found.entering().keySet());
      session.update(
          ADD_OF_RANGES,
          scan.id(),
          entity.id(),
          stored(keys),
          keys.stream().map(found.entering()::get).toArray(Long[]::new));
    }
  }

  /** Selects these; answers those that were not selected before. */
  List<SourceKey> vanished(Scan scan, List<SourceKey> keys) throws SQLException {
    return session.list(
        row -> new SourceKey(KeyColumn.key(row.getString(1))),
        ADD_NEW,
        scan.id(),
        entity.id(),
        stored(keys));
  }

  void absent(Scan scan, List<SourceKey> keys) throws SQLException {
    add(scan, null, "A", keys);
  }

  private void add(Scan scan, @Nullable Long range, String state, List<SourceKey> keys)
      throws SQLException {
    if (!keys.isEmpty()) {
      session.update(ADD, scan.id(), entity.id(), range, state, stored(keys));
    }
  }

  List<SourceKey> waiting(Scan scan, Optional<SourceKey> after, int limit) throws SQLException {
    return inState("W", scan, after, limit);
  }

  List<SourceKey> missing(Scan scan, Optional<SourceKey> after, int limit) throws SQLException {
    return inState("A", scan, after, limit);
  }

  private List<SourceKey> inState(String state, Scan scan, Optional<SourceKey> after, int limit)
      throws SQLException {
    return session.list(
        row -> new SourceKey(KeyColumn.key(row.getString(1))),
        IN_STATE.formatted(after.isPresent() ? ">" : ">="),
        scan.id(),
        entity.id(),
        state,
        after.map(key -> KeyColumn.stored(key.text())).orElse(""),
        limit);
  }

  Set<SourceKey> among(Scan scan, Collection<SourceKey> keys) throws SQLException {
    return Set.copyOf(
        session.list(
            row -> new SourceKey(KeyColumn.key(row.getString(1))),
            AMONG,
            scan.id(),
            entity.id(),
            stored(keys)));
  }

  void entered(Scan scan, SourceKey last) throws SQLException {
    String stored = KeyColumn.stored(last.text());
    session.update(ADOPT.formatted(entity.records()), scan.id(), entity.id(), stored);
    session.update(ENTERED, scan.id(), entity.id(), stored);
  }

  void picked(Scan scan) throws SQLException {
    session.update(ADOPT_PICKED.formatted(entity.records()), scan.id(), entity.id());
    session.update(PICKED, scan.id(), entity.id());
  }

  private static String[] stored(Collection<SourceKey> keys) {
    return keys.stream().map(key -> KeyColumn.stored(key.text())).toArray(String[]::new);
  }
}
