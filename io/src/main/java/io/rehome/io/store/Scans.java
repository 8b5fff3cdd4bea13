package io.rehome.io.store;

import io.rehome.io.RunTag;
import io.rehome.io.Scan;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** The scans of a marketplace. */
final class Scans {
  private static final String GIVE_UP =
      """
      update rehome.scan set ended_at = now()
       where marketplace = ? and mode = ? and ended_at is null
         and (campaign <> ? or question <> ?)
      """;

  private static final String BEGIN =
      """
      insert into rehome.scan (marketplace, mode, campaign, question)
      select ?, ?, ?, ?
       where not exists (select from rehome.scan
                          where marketplace = ? and mode = ? and ended_at is null)
      """;

  private static final String OPEN =
      """
      select id, started_at from rehome.scan
       where marketplace = ? and mode = ? and ended_at is null
      """;

  private final Session session;
  private final RunTag tag;

  Scans(Session session, RunTag tag) {
    this.session = session;
    this.tag = tag;
  }

  Scan open(String mode, String question) throws SQLException {
    String marketplace = tag.marketplace();
    session.update(GIVE_UP, marketplace, mode, tag.campaign(), question);
    session.update(BEGIN, marketplace, mode, tag.campaign(), question, marketplace, mode);
    return session.one(
        row -> new Scan(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()),
        OPEN,
        marketplace,
        mode);
  }

  /** Notes that the scan's selection is made; false where it was made before. */
  boolean selects(Scan scan) throws SQLException {
    return session.update(
            "update rehome.scan set selected_at = now() where id = ? and selected_at is null",
            scan.id())
        > 0;
  }

  void end(Scan scan) throws SQLException {
    session.update("delete from rehome.selection where scan = ?", scan.id());
    session.update("delete from rehome.scan_span where scan = ?", scan.id());
    new ScanMarks(session).complete(scan);
    session.update(
        "update rehome.scan set ended_at = now() where id = ? and ended_at is null", scan.id());
  }
}
