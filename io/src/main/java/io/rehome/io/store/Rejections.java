package io.rehome.io.store;

import io.rehome.io.Failing;
import io.rehome.io.RejectedRecord;
import io.rehome.io.RejectionGroup;
import io.rehome.model.Reason;
import io.rehome.model.Rejection;
import io.rehome.model.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The records that are rejected now, all of them or those that one run rejected. */
final class Rejections {
  /** A null run means any. The first keys are those that come first as text. */
  private static final String GROUPS =
      """
      select stage, reason, column_name, max(total), array_agg(source_key order by source_key)
        from (select r.stage, r.reason, r.column_name, r.source_key,
                     count(*) over (partition by r.stage, r.reason, r.column_name) as total,
                     row_number() over (partition by r.stage, r.reason, r.column_name
                                            order by r.source_key) as place
                from %s r
                join rehome.page p on p.id = r.page
                join rehome.run n on n.id = p.run
               where %s and (?::text is null or n.run = ?)) one
       where place <= greatest(?, 1)
       group by 1, 2, 3
       order by max(total) desc, 1, 2, 3
      """;

  private static final String EACH =
      """
      select r.source_key, r.stage, r.reason, r.column_name, r.message
        from %s r
        join rehome.page p on p.id = r.page
        join rehome.run n on n.id = p.run
       where %s and n.run = ?
       order by r.source_key
      """;

  private static final String FAILING =
      """
      select r.source_key, r.stage, r.reason, r.column_name, r.message
        from %s r
        join rehome.page p on p.id = r.page
       where %s
       order by r.source_key
       limit ?
      """;

  private final Session session;
  private final String marketplace;

  Rejections(Session session, String marketplace) {
    this.session = session;
    this.marketplace = marketplace;
  }

  List<RejectionGroup> groups(Optional<String> run, int sample) throws SQLException {
    session.first(row -> true, "select set_config('enable_seqscan', 'off', true)");
    List<RejectionGroup> groups = new ArrayList<>();
    for (Entity entity : new Entity.Directory(session, marketplace).all()) {
      groups.addAll(
          session.list(
              row -> group(entity, row, sample),
              GROUPS.formatted(entity.records(), LifeCycle.isRejected()),
              run.orElse(null),
              run.orElse(null),
              sample));
    }
    return groups;
  }

  private static RejectionGroup group(Entity entity, ResultSet row, int sample)
      throws SQLException {
    String[] keys = (String[]) row.getArray(5).getArray();
    return new RejectionGroup(
        entity.name(),
        Stage.valueOf(row.getString(1)),
        Reason.valueOf(row.getString(2)),
        row.getString(3),
        row.getLong(4),
        Arrays.stream(keys).limit(sample).map(KeyColumn::key).toList());
  }

  void each(String run, Consumer<RejectedRecord> each) throws SQLException {
    for (Entity entity : new Entity.Directory(session, marketplace).all()) {
      session.each(
          row -> each.accept(rejected(entity, row)),
          EACH.formatted(entity.records(), LifeCycle.isRejected()),
          run);
    }
  }

  /** So many of these at most. */
  void each(Failing failing, long limit, Consumer<RejectedRecord> each) throws SQLException {
    FailingSql condition = new FailingSql(failing);
    AtomicLong left = new AtomicLong(limit);
    for (Entity entity : new Entity.Directory(session, marketplace).all()) {
      if (condition.isOf(entity) && left.get() > 0) {
        session.each(
            row -> {
              left.decrementAndGet();
              each.accept(rejected(entity, row));
            },
            FAILING.formatted(entity.records(), FailingSql.CONDITION),
            condition.with(List.of(), List.of(left.get())));
      }
    }
  }

  private static RejectedRecord rejected(Entity entity, ResultSet row) throws SQLException {
    return new RejectedRecord(
        entity.name(),
        KeyColumn.key(row.getString(1)),
        new Rejection(
            Stage.valueOf(row.getString(2)),
            Reason.valueOf(row.getString(3)),
            row.getString(4),
            KeyColumn.key(row.getString(5))));
  }
}
