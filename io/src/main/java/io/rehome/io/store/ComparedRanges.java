package io.rehome.io.store;

import io.rehome.io.Compared;
import io.rehome.io.Leaving;
import io.rehome.io.Met;
import io.rehome.io.Scan;
import io.rehome.model.KeyRange;
import io.rehome.model.Outcome;
import io.rehome.model.PageId;
import io.rehome.model.SourceKey;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a scan's comparisons found of one entity, range by range. */
final class ComparedRanges {
  private static final String ADD_RANGE =
      """
      insert into rehome.scan_range
        (scan, range_id, run, entity, read, unchanged, rejected, skipped, merged, selected, balanced)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          on conflict do nothing
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

  private static final String ADD_OF_RANGES =
      """
      insert into rehome.selection (scan, entity, source_key, range_id, state)
      select ?, ?, u.source_key, u.range_id, 'W' from unnest(?, ?) u (source_key, range_id)
          on conflict (scan, entity, source_key) do update set range_id = excluded.range_id
      """;

  private static final String FORGET_MET =
      "delete from rehome.scan_range where scan = ? and range_id between ? and ?";

  private static final long BUCKETS_OF_AN_ENTITY = 1L << 32;

  private static final String LEAVING =
      """
      select count(*) filter (where s.state = 'A' and (%2$s or %3$s)), count(*) filter (where %2$s)
        from %1$s r
        join rehome.page p on p.id = r.page
        left join rehome.selection s
          on s.scan = ? and s.entity = ? and s.source_key = r.source_key
       where not %4$s
      """;

  private static final String TAKE_IN = "update %s r set range_id = ? where r.source_key = any(?)";

  private final Session session;
  private final Entity entity;
  private final Selected selected;

  ComparedRanges(Session session, Entity entity) {
    this.session = session;
    this.entity = entity;
    this.selected = new Selected(session, entity);
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
      selected.add(scan, home, "W", found.entering());
      selected.add(scan, home, "A", found.excluded());
      selected.add(scan, home, "A", found.absent());
      takeIn(home, found.strays());
    }
  }

  private void takeIn(@Nullable Long range, List<SourceKey> strays) throws SQLException {
    if (range != null && !strays.isEmpty()) {
      session.update(TAKE_IN.formatted(entity.records()), range, Selected.stored(strays));
    }
  }

  void forgetMet(Scan scan) throws SQLException {
    session.update(FORGET_MET, scan.id(), rangeOf(Integer.MAX_VALUE), rangeOf(0));
  }

  /** Stands for a range in the books, below zero. */
  private long rangeOf(int bucket) {
    return -1L - bucket - entity.id() * BUCKETS_OF_AN_ENTITY;
  }

  void met(Scan scan, int bucket, int run, Met found) throws SQLException {
    int added =
        session.update(
            ADD_RANGE,
            scan.id(),
            rangeOf(bucket),
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
          Selected.stored(keys),
          keys.stream().map(found.entering()::get).toArray(Long[]::new));
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
}
