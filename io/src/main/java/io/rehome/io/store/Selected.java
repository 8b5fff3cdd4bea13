package io.rehome.io.store;

import io.rehome.io.Failed;
import io.rehome.io.Scan;
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
       where f.outcome = any(?)
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

  private static final String ADD =
      """
      insert into rehome.selection (scan, entity, source_key, range_id, state)
      select ?, ?, u.source_key, ?, ?::"char" from unnest(?) u (source_key)
          on conflict (scan, entity, source_key) do update set state = excluded.state
      """;

  private static final String ADD_NEW =
      """
      insert into rehome.selection (scan, entity, source_key, state)
      select ?, ?, u.source_key, 'W' from unnest(?) u (source_key)
          on conflict do nothing
      returning source_key
      """;

  private static final String IN_STATE =
      """
      select source_key from rehome.selection
       where scan = ? and entity = ? and state = ?::"char" and source_key %s ?
       order by source_key
       limit ?
      """;

  private static final String AMONG =
      """
      select source_key from rehome.selection
       where scan = ? and entity = ? and state = 'W' and source_key = any(?)
      """;

  private static final String SELECT =
      """
      insert into rehome.selection (scan, entity, source_key, state)
      select ?, ?, u.source_key, 'W' from unnest(?) u (source_key)
          on conflict do nothing
      """;

  private static final String SELECT_UNKEPT =
      """
      insert into rehome.selection (scan, entity, source_key, state)
      select ?, ?, r.source_key, 'W' from %s r where r.source is null and r.chosen and not %s
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
    String[] outcomes = failed.outcomes().stream().map(Enum::name).toArray(String[]::new);
    String[] reasons = failed.reasons().stream().map(Enum::name).toArray(String[]::new);
    @Nullable Timestamp since = failed.since().map(Timestamp::from).orElse(null);
    String[] keys = stored(failed.keys());
    session.update(
        SELECT_FAILED.formatted(LifeCycle.outcome(), entity.records(), which),
        scan.id(),
        entity.id(),
        outcomes,
        reasons,
        reasons,
        since,
        since,
        keys,
        keys);
  }

  void select(Scan scan, List<SourceKey> keys) throws SQLException {
    if (!keys.isEmpty()) {
      session.update(SELECT, scan.id(), entity.id(), stored(keys));
    }
  }

  void selectUnkept(Scan scan) throws SQLException {
    session.update(
        SELECT_UNKEPT.formatted(entity.records(), LifeCycle.isGone()), scan.id(), entity.id());
  }

  void found(Scan scan, List<SourceKey> keys) throws SQLException {
    session.update(FOUND, scan.id(), entity.id(), stored(keys));
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

  /** Selects these, of a range where they have one, in this state. */
  void add(Scan scan, @Nullable Long range, String state, List<SourceKey> keys)
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

  static String[] stored(Collection<SourceKey> keys) {
    return keys.stream().map(key -> KeyColumn.stored(key.text())).toArray(String[]::new);
  }
}
