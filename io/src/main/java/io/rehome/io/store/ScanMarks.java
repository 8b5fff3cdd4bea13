package io.rehome.io.store;

import io.rehome.io.Scan;
import java.sql.SQLException;
import java.util.Optional;

/** Where the passes over an entity began, by the column that tells its changes. */
final class ScanMarks {
  private static final String LAST =
      """
      select m.mark
        from rehome.scan_mark m
        join rehome.scan s on s.id = m.scan
        join rehome.scan open on open.id = ? and open.mode = s.mode and open.campaign = s.campaign
       where m.entity = ? and m.rules = ? and m.complete
       order by m.scan desc
       limit 1
      """;

  private static final String ADD =
      """
      insert into rehome.scan_mark (scan, entity, rules, mark) values (?, ?, ?, ?)
          on conflict do nothing
      """;

  private final Session session;

  ScanMarks(Session session) {
    this.session = session;
  }

  Optional<String> last(Scan scan, Entity entity, String rules) throws SQLException {
    return session.list(row -> row.getString(1), LAST, scan.id(), entity.id(), rules).stream()
        .findFirst();
  }

  /** The first mark of a pass stays: what it read before it stopped was read after that. */
  void add(Scan scan, Entity entity, String rules, String mark) throws SQLException {
    session.update(ADD, scan.id(), entity.id(), rules, mark);
  }

  /** From now on later passes may begin at the marks of this one. */
  void complete(Scan scan) throws SQLException {
    session.update("update rehome.scan_mark set complete = true where scan = ?", scan.id());
  }
}
