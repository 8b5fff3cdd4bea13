package io.rehome.io.store;

import io.rehome.io.Fence;
import io.rehome.io.MarketplaceBusy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A marketplace's lease in the store. Each token has an advisory lock of its own, which the
 * holder's session keeps: whoever gets it finds the holder gone. All times are the database's.
 */
final class LeaseRow {
  private static final String LOCK = "hashtextextended('rehome ' || ?, ?)";

  private static final String MAKE =
      """
      insert into rehome.lease (marketplace, token, run, host, since, expires_at)
      values (?, 0, '', '', now(), now()) on conflict do nothing
      """;

  private static final String LOOK =
      """
      select token, run, host, since, expires_at < clock_timestamp()
        from rehome.lease where marketplace = ?
      """;

  /** A store that was made anew must not hand out tokens that the target has seen. */
  private static final String TAKE =
      """
      update rehome.lease
         set token = greatest(token + 1, extract(epoch from clock_timestamp())::bigint),
             run = ?, host = ?, since = clock_timestamp(),
             expires_at = clock_timestamp() + interval '15 s'
       where marketplace = ?
      returning token
      """;

  private static final String RENEW =
      """
      update rehome.lease set expires_at = clock_timestamp() + interval '15 s'
       where marketplace = ? and token = ?
      """;

  private static final String GIVE_BACK =
      """
      update rehome.lease set expires_at = clock_timestamp()
       where marketplace = ? and token = ?
      """;

  /** Runs that said nothing more before their lease went to another. */
  private static final String CLOSE_LOST_RUNS =
      """
      update rehome.run set state = 'STOPPED', finished_at = now()
       where marketplace = ? and state = 'RUNNING' and token > 0 and token < ?
      """;

  /** Sessions of a holder that is gone or asleep, which keep the fence's row locked. */
  private static final String END_SESSIONS =
      """
      select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = %s and usename = current_user and pid <> pg_backend_pid()
      """
          .formatted(FenceRow.SESSION_NAME.formatted("?::text", "?::bigint"));

  private final Session session;
  private final String marketplace;

  LeaseRow(Session session, String marketplace) {
    this.session = session;
    this.marketplace = marketplace;
  }

  private record Holder(long token, String run, String host, Instant since, boolean isExpired) {}

  /**
   * Takes the lease.
   *
   * @throws MarketplaceBusy where its holder is alive and has renewed it in time
   */
  Fence take(String run) throws MarketplaceBusy {
    session.run(() -> session.update(MAKE, marketplace));
    while (true) {
      Holder holder = session.transaction(this::holder);
      boolean gone = session.transaction(() -> tryLock(holder.token()));
      if (!gone && !holder.isExpired()) {
        throw new MarketplaceBusy(marketplace, holder.run(), holder.host(), holder.since());
      }
      Optional<Long> token = takeOver(holder, run);
      if (gone) {
        session.transaction(() -> unlock(holder.token()));
      }
      if (token.isPresent()) {
        return new Fence(marketplace, token.get());
      }
    }
  }

  private Holder holder() throws SQLException {
    return session.one(LeaseRow::holder, LOOK, marketplace);
  }

  private static Holder holder(ResultSet row) throws SQLException {
    return new Holder(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getObject(4, OffsetDateTime.class).toInstant(),
        row.getBoolean(5));
  }

  /**
   * Waits for the holder's transactions under way, not for ever; empty where another was faster.
   */
  private Optional<Long> takeOver(Holder holder, String run) {
    try {
      return session.transaction(() -> replace(holder, run));
    } catch (RuntimeException e) {
      if (!Session.isLockTimeout(e)) {
        throw e;
      }
      session.run(() -> session.list(row -> true, END_SESSIONS, marketplace, holder.token()));
      return Optional.empty();
    }
  }

  private Optional<Long> replace(Holder holder, String run) throws SQLException {
    session.first(row -> true, "select set_config('lock_timeout', '5s', true)");
    session.first(row -> true, LOOK + " for update", marketplace);
    if (holder().token() != holder.token()) {
      return Optional.empty();
    }
    long token = session.one(row -> row.getLong(1), TAKE, run, Host.name(), marketplace);
    session.update(CLOSE_LOST_RUNS, marketplace, token);
    if (!tryLock(token)) {
      throw new IllegalStateException("the lock of a new token is taken");
    }
    return Optional.of(token);
  }

  private boolean tryLock(long token) throws SQLException {
    return session.one(
        row -> row.getBoolean(1), "select pg_try_advisory_lock(" + LOCK + ")", marketplace, token);
  }

  private boolean unlock(long token) throws SQLException {
    return session.one(
        row -> row.getBoolean(1), "select pg_advisory_unlock(" + LOCK + ")", marketplace, token);
  }

  private boolean holdsLock(long token) throws SQLException {
    return session.one(
        row -> row.getBoolean(1),
        """
        select exists (
          select from pg_locks
           where locktype = 'advisory' and pid = pg_backend_pid() and granted
             and (classid::bigint << 32) | objid::bigint = %s)
        """
            .formatted(LOCK),
        marketplace,
        token);
  }

  /** Renews the lease, with its lock where the session had to be opened anew. */
  boolean renew(Fence fence) {
    return session.transaction(
        () -> {
          if (!holdsLock(fence.token())) {
            tryLock(fence.token());
          }
          return session.update(RENEW, marketplace, fence.token()) == 1;
        });
  }

  void giveBack(Fence fence) {
    session.run(
        () -> {
          session.update(GIVE_BACK, marketplace, fence.token());
          unlock(fence.token());
        });
  }
}
