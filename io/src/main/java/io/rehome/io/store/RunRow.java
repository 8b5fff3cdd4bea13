package io.rehome.io.store;

import io.rehome.io.RunEntry;
import io.rehome.io.RunTag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A run's row, which is there as soon as the run writes anything. */
final class RunRow {
  private static final String FIND = "select id from rehome.run where marketplace = ? and run = ?";

  private static final String INSERT =
      """
      insert into rehome.run (marketplace, run, campaign, plan_version, token)
      values (?, ?, ?, ?, ?)
          on conflict do nothing
      """;

  private static final String START =
      "update rehome.run set mode = ?, runner = ?, host = ?, started_at = now() where id = ?";

  private static final String FINISH =
      "update rehome.run set state = ?, exit = ?, finished_at = now() where id = ?";

  private static final String LATEST =
      """
      select run, campaign, mode, runner, plan_version, started_at, finished_at, state, exit, host
        from rehome.run where marketplace = ? order by id desc limit ?
      """;

  private RunRow() {}

  static List<RunEntry> latest(Session session, String marketplace, int limit) throws SQLException {
    return session.list(RunRow::entry, LATEST, marketplace, limit);
  }

  private static RunEntry entry(ResultSet row) throws SQLException {
    Integer exit = row.getObject(9, Integer.class);
    return new RunEntry(
        row.getString(1),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        row.getInt(5),
        row.getObject(6, OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject(7, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
        row.getString(8),
        exit == null ? OptionalInt.empty() : OptionalInt.of(exit),
        row.getString(10));
  }

  static void start(Session session, RunTag tag, String mode, String runner) throws SQLException {
    session.update(START, mode, runner, Host.name(), number(session, tag));
  }

  static void finish(Session session, RunTag tag, String state, int exit) throws SQLException {
    session.update(FINISH, state, exit, number(session, tag));
  }

  /** The store's number of this run. */
  static int number(Session session, RunTag tag) throws SQLException {
    Optional<Integer> found = find(session, tag);
    if (found.isPresent()) {
      return found.get();
    }
    session.update(
        INSERT,
        tag.marketplace(),
        tag.run(),
        tag.campaign(),
        tag.planVersion(),
        tag.fence().token());
    return find(session, tag).orElseThrow();
  }

  private static Optional<Integer> find(Session session, RunTag tag) throws SQLException {
    return session.first(row -> row.getInt(1), FIND, tag.marketplace(), tag.run());
  }
}
