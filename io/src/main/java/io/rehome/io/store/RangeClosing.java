package io.rehome.io.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Finishes a range when all pages of one reading are confirmed. */
final class RangeClosing {
  /** Two pages that are confirmed at once queue here, so that the later one sees the earlier. */
  private static final String LOCK =
      "select state = 'O' from rehome.key_range where id = ? for no key update";

  /** A page that was begun twice, since an answer was lost, counts once. */
  private static final String PAGES =
      """
      with pages as (
        select distinct on (number) *
          from rehome.page
         where range_id = ? and reading = ? and confirmed_at is not null
         order by number, id desc
      )
      """;

  private static final String PROGRESS =
      PAGES
          + """
          select count(*) = max(number) filter (where ending <> 'M') + 1,
                 coalesce(sum(read), 0), coalesce(sum(deferred), 0)
            from pages
          """;

  /** A reading that stopped early: its range ends where it stopped; the rest is a new range. */
  private static final String SPLIT =
      PAGES
          + """
          , stop as (
            select split, reading from pages where ending = 'S'
          ), rest as (
            insert into rehome.key_range (campaign, entity, low, high, fresh)
            select k.campaign, k.entity, stop.split, k.high,
                   k.fresh and k.first_reading = stop.reading
              from rehome.key_range k, stop where k.id = ?
          )
          update rehome.key_range k set high = stop.split from stop where k.id = ?
          """;

  private static final String WAIT =
      """
      update rehome.key_range set state = 'W', reading = ?, run = ?, read = ? where id = ?
      """;

  private static final String FINISH =
      PAGES
          + """
          update rehome.key_range k
             set state = 'F', reading = ?, run = ?, finished_at = now(), read = s.read,
                 loaded = s.loaded, unchanged = s.unchanged, rejected = s.rejected,
                 skipped = s.skipped, merged = s.merged, gone = s.gone, pending = 0,
                 balanced = s.balanced
            from (select sum(read) as read, sum(loaded) as loaded, sum(unchanged) as unchanged,
                         sum(rejected) as rejected, sum(skipped) as skipped,
                         sum(merged) as merged, sum(gone) as gone,
                         bool_and(key_sum = outcome_sum)
                           and sum(read)
                               = sum(loaded + unchanged + rejected + skipped + merged + gone)
                           as balanced
                    from pages) s
           where k.id = ?
          """;

  private final Session session;
  private final Reading reading;

  /** A reading of a range, and the run whose page it is. */
  record Reading(long range, long reading, int run) {}

  private record Progress(boolean isComplete, long read, long deferred) {}

  RangeClosing(Session session, Reading reading) {
    this.session = session;
    this.reading = reading;
  }

  /** Keeps others from finishing the range; answers whether it is still open. */
  boolean lock() throws SQLException {
    return session.one(row -> row.getBoolean(1), LOCK, reading.range());
  }

  void closeIfComplete() throws SQLException {
    Progress progress =
        session.one(RangeClosing::progress, PROGRESS, reading.range(), reading.reading());
    if (progress.isComplete()) {
      close(progress);
    }
  }

  private void close(Progress progress) throws SQLException {
    session.update(SPLIT, reading.range(), reading.reading(), reading.range(), reading.range());
    if (progress.deferred() > 0) {
      session.update(WAIT, reading.reading(), reading.run(), progress.read(), reading.range());
    } else {
      session.update(
          FINISH,
          reading.range(),
          reading.reading(),
          reading.reading(),
          reading.run(),
          reading.range());
    }
    session.first(row -> true, "select set_config('synchronous_commit', 'on', true)");
  }

  private static Progress progress(ResultSet row) throws SQLException {
    return new Progress(row.getBoolean(1), row.getLong(2), row.getLong(3));
  }
}
