package io.rehome.io.store;

import io.rehome.io.Scan;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Records that the source has no more. */
final class GoneRecords {
  private static final String ABSENT =
      """
      select s.source_key
        from rehome.selection s join %s r on r.source_key = s.source_key
       where s.scan = ? and s.entity = ? and s.state = 'A' and not %s
       order by s.source_key
      """;

  private static final String UPDATE =
      "update %s r set %s from (select ?::bigint) u (page) where r.source_key = any(?)";

  private final Session session;
  private final int run;
  private final Entity entity;

  GoneRecords(Session session, int run, Entity entity) {
    this.session = session;
    this.run = run;
    this.entity = entity;
  }

  /** Twice is as once: what is GONE is left alone. */
  void mark(Scan scan) throws SQLException {
    List<String> absent =
        session.list(
            row -> row.getString(1),
            ABSENT.formatted(entity.records(), LifeCycle.isGone()),
            scan.id(),
            entity.id());
    if (!absent.isEmpty()) {
      new Attempts(session, entity).keep(absent, run);
      leavePages(session, Standing.lock(session, entity, run, absent));
      long page = PageRow.ofGone(session, run, entity, absent.size());
      session.update(
          UPDATE.formatted(entity.records(), LifeCycle.gone()),
          page,
          absent.toArray(new String[0]));
    }
  }

  /** The pages that these records' attempts leave hold so many less. */
  static void leavePages(Session session, Map<String, Standing> standing) throws SQLException {
    SortedMap<Long, Integer> left = new TreeMap<>();
    standing.values().stream()
        .filter(Standing::isReady)
        .forEach(one -> left.merge(one.page(), -1, Integer::sum));
    PageRow.addReady(session, left);
  }
}
