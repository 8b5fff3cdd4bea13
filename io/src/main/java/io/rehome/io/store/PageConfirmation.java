package io.rehome.io.store;

import io.rehome.io.Fence;
import io.rehome.model.PageId;
import io.rehome.model.Rejection;
import io.rehome.model.SourceKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Confirms one page. Its commit need not be durable at once: until it is, its records are shown as
 * PENDING and would be tried again, which changes nothing. The commit that finishes a range is
 * durable, and with it all that came before.
 */
final class PageConfirmation {
  private static final String OPEN =
      """
      select l.token, p.entity, p.range_id, p.reading, p.run, p.confirmed_at is not null,
             set_config('synchronous_commit', 'off', true), %s
        from rehome.lease l join rehome.page p on p.id = ?
       where l.marketplace = ?
         for key share of l
      """
          .formatted(FenceRow.NAME_SESSION);

  private static final String REFUSE =
      """
      update %s r set %s
        from unnest(?, ?, ?, ?, ?) u (source_key, stage, reason, column_name, message)
       where r.source_key = u.source_key and r.page = ? and r.state = %s
      """;

  private static final String COUNT_REFUSED =
      """
      update rehome.page
         set loaded = loaded - ?, rejected = rejected + ?, ready = ready - ?
       where id = ?
      """;

  private static final String COUNT_REFUSED_MEANWHILE =
      "update rehome.page set loaded = loaded - ?, rejected = rejected + ? where id = ?";

  /** With it ends what stood in its records until then. */
  private static final String CONFIRM =
      """
      with confirmed as (
        update rehome.page set confirmed_at = now() where id = ? returning id)
      delete from rehome.stand_in s using confirmed c where s.page = c.id
      """;

  private final Session session;
  private final Fence fence;
  private final long page;

  PageConfirmation(Session session, Fence fence, long page) {
    this.session = session;
    this.fence = fence;
    this.page = page;
  }

  private record Opened(Entity entity, RangeClosing.Reading reading, boolean isConfirmed) {}

  /** Does it all within the session's transaction. Twice is as once. */
  void confirm(Map<SourceKey, Rejection> refused) throws SQLException {
    Opened opened = open();
    RangeClosing closing = new RangeClosing(session, opened.reading());
    boolean ofRange = opened.reading().range() > PageId.BY_KEY;
    boolean open = ofRange && closing.lock();
    if (!opened.isConfirmed()) {
      refuse(opened.entity(), refused);
      session.update(CONFIRM, page);
    }
    if (open) {
      closing.closeIfComplete();
    }
  }

  /** Keeps the rejections of records that stay under way, on a page that stays open. */
  void refuseMeanwhile(Map<SourceKey, Rejection> refused) throws SQLException {
    int rejected =
        reject(open().entity(), List.copyOf(refused.entrySet()), LifeCycle.refusedMeanwhile());
    session.update(COUNT_REFUSED_MEANWHILE, rejected, rejected, page);
  }

  private Opened open() throws SQLException {
    Optional<Opened> opened = session.first(this::opened, OPEN, page, fence.marketplace());
    return opened.orElseThrow(() -> new IllegalArgumentException("page " + page + " never began"));
  }

  private Opened opened(ResultSet row) throws SQLException {
    FenceRow.check(fence, row.getLong(1));
    return new Opened(
        new Entity(row.getInt(2), ""),
        new RangeClosing.Reading(row.getLong(3), row.getLong(4), row.getInt(5)),
        row.getBoolean(6));
  }

  /** Of some records a newer attempt may stand on another page by now: they are left alone. */
  private void refuse(Entity entity, Map<SourceKey, Rejection> refused) throws SQLException {
    if (!refused.isEmpty()) {
      int rejected = reject(entity, List.copyOf(refused.entrySet()), LifeCycle.refused());
      session.update(COUNT_REFUSED, rejected, rejected, rejected, page);
    }
  }

  private int reject(Entity entity, List<Map.Entry<SourceKey, Rejection>> entries, String event)
      throws SQLException {
    return session.update(
        REFUSE.formatted(entity.records(), event, State.READY.sql()),
        texts(entries, entry -> KeyColumn.stored(entry.getKey().text())),
        texts(entries, entry -> entry.getValue().stage().name()),
        texts(entries, entry -> entry.getValue().reason().name()),
        texts(entries, entry -> entry.getValue().column()),
        texts(entries, entry -> KeyColumn.stored(entry.getValue().message())),
        page);
  }

  private static String[] texts(
      List<Map.Entry<SourceKey, Rejection>> entries,
      Function<Map.Entry<SourceKey, Rejection>, String> text) {
    return entries.stream().map(text).toArray(String[]::new);
  }
}
