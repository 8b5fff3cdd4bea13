package io.rehome.io.store;

import io.rehome.io.Agreement;
import io.rehome.io.Difference;
import io.rehome.io.Difference.Kind;
import io.rehome.io.Findings;
import io.rehome.io.Scan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a scan found, counted by entity. */
final class FindingCounts {
  private static final String PAGES =
      """
      select coalesce(sum(read), 0), coalesce(sum(same), 0), coalesce(sum(missing_rejected), 0),
             coalesce(sum(skipped), 0), coalesce(sum(merged), 0),
             coalesce(extract(epoch from max(verified_at) - min(verified_at)), 0)
        from rehome.verification_page where scan = ? and entity = ?
      """;

  /** By what each is now; the second count is of source rows. */
  private static final String COUNTS =
      """
      select coalesce(agreement, kind), count(*),
             count(*) filter (where kind in ('CHANGED', 'MISSING'))
        from rehome.finding where scan = ? and entity = ?
       group by 1
      """;

  private final Session session;
  private final Scan scan;

  FindingCounts(Session session, Scan scan) {
    this.session = session;
    this.scan = scan;
  }

  List<Findings> all(String marketplace, int sample) throws SQLException {
    List<Findings> all = new ArrayList<>();
    for (Entity entity : new Entity.Directory(session, marketplace).all()) {
      all.add(of(entity, sample));
    }
    return all;
  }

  private Findings of(Entity entity, int sample) throws SQLException {
    List<Difference> first = new Differences(session, scan, entity).some(Optional.empty(), sample);
    Map<String, Long> all = new HashMap<>();
    Map<String, Long> rows = new HashMap<>();
    session.each(
        row -> {
          all.put(row.getString(1), row.getLong(2));
          rows.put(row.getString(1), row.getLong(3));
        },
        COUNTS,
        scan.id(),
        entity.id());
    return session.one(
        row -> findings(entity.name(), row, all, rows, first), PAGES, scan.id(), entity.id());
  }

  private static Findings findings(
      String entity,
      ResultSet pages,
      Map<String, Long> all,
      Map<String, Long> rows,
      List<Difference> sample)
      throws SQLException {
    return new Findings(
        entity,
        pages.getLong(1) - rows.getOrDefault(Agreement.GONE.name(), 0L),
        pages.getLong(2) + rows.getOrDefault(Agreement.SAME.name(), 0L),
        all.getOrDefault(Kind.CHANGED.name(), 0L),
        all.getOrDefault(Kind.MISSING.name(), 0L),
        pages.getLong(3) + rows.getOrDefault(Agreement.MISSING_REJECTED.name(), 0L),
        pages.getLong(4) + rows.getOrDefault(Agreement.SKIPPED.name(), 0L),
        pages.getLong(5) + rows.getOrDefault(Agreement.MERGED.name(), 0L),
        all.getOrDefault(Kind.UNEXPECTED.name(), 0L),
        all.getOrDefault(Kind.DUPLICATED.name(), 0L),
        pages.getDouble(6),
        sample);
  }
}
