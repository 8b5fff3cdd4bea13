package io.rehome.io.store;

import io.rehome.io.Story;
import io.rehome.io.Story.Attempt;
import io.rehome.io.Story.Confirmed;
import io.rehome.io.Story.Found;
import io.rehome.io.Story.Presence;
import io.rehome.io.Story.Range;
import io.rehome.io.Story.Wait;
import io.rehome.io.Story.Waiting;
import io.rehome.model.Outcome;
import io.rehome.model.Reason;
import io.rehome.model.Rejection;
import io.rehome.model.SourceKey;
import io.rehome.model.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;

/** One record and all that stands with it: a few look-ups by key. */
final class Stories {
  private static final String RECORD =
      """
      select r.source, r.confirmed_document, i.target_key, r.confirmed_at, k.range_id, k.low,
             k.high, k.state
        from rehome.records r
        left join rehome.ids i using (marketplace, entity, source_key)
        left join rehome.ranges k
          on k.marketplace = r.marketplace and k.entity = r.entity and k.range_id = r.range_id
       where r.marketplace = ? and r.entity = ? and r.source_key = ?
      """;

  private static final String ATTEMPTS =
      """
      select a.attempt, a.run, n.mode, a.plan_version, a.updated_at, a.outcome, a.document,
             a.target_key, a.stage, a.reason, a.column_name, a.message
        from rehome.attempts a
        join rehome.run n on n.marketplace = a.marketplace and n.run = a.run
       where a.marketplace = ? and a.entity = ? and a.source_key = ?
       order by a.attempt
      """;

  private static final String WAITS_FOR =
      """
      select g.field, p.name, g.parent_key, exists (
               select from rehome.ids i
                where i.marketplace = p.marketplace and i.entity = p.name
                  and i.source_key = g.parent_key)
        from rehome.edge g
        join rehome.entity p on p.id = g.parent_entity
       where g.child_entity = ? and g.child_key = ?
       order by g.field, p.name, g.parent_key
      """;

  private static final String WAITING =
      """
      with recursive waiting (entity, source_key) as (
        select g.child_entity, g.child_key from rehome.edge g
         where g.parent_entity = ? and g.parent_key = ?
        union
        select g.child_entity, g.child_key
          from waiting w
          join rehome.edge g on g.parent_entity = w.entity and g.parent_key = w.source_key
      )
      select e.name, count(*), (array_agg(w.source_key order by w.source_key))[1:5]
        from waiting w
        join rehome.entity e on e.id = w.entity
        join rehome.record r on r.entity = w.entity and r.source_key = w.source_key
       where r.state = %s and r.reason in ('%s', '%s')
       group by e.id, e.name
       order by e.id
      """
          .formatted(State.REJECTED.sql(), Reason.PARENT_MISSING, Reason.PARENT_NOT_LOADED);

  private static final String FOUND =
      """
      select d.kind, d.source_key, d.target_key, d.cause, d.fields, d.run, d.found_at
        from rehome.differences d
       where d.marketplace = ? and d.entity = ? and d.source_key = ?
       order by d.kind
      """;

  private final Session session;
  private final String marketplace;

  Stories(Session session, String marketplace) {
    this.session = session;
    this.marketplace = marketplace;
  }

  Optional<Story> story(String entity, SourceKey key) throws SQLException {
    Optional<Entity> enrolled =
        new Entity.Directory(session, marketplace)
            .all().stream().filter(one -> one.name().equals(entity)).findFirst();
    return enrolled.isEmpty() ? Optional.empty() : story(enrolled.get(), key);
  }

  private Optional<Story> story(Entity entity, SourceKey key) throws SQLException {
    String stored = KeyColumn.stored(key.text());
    Optional<Kept> kept = session.first(Stories::kept, RECORD, marketplace, entity.name(), stored);
    return kept.isEmpty() ? Optional.empty() : Optional.of(story(entity, key, kept.get()));
  }

  /** The row of the record itself. */
  private record Kept(
      Optional<String> source, Optional<Confirmed> confirmed, Optional<Range> range) {}

  private Story story(Entity entity, SourceKey key, Kept kept) throws SQLException {
    String stored = KeyColumn.stored(key.text());
    return new Story(
        entity.name(),
        key,
        kept.source(),
        kept.confirmed(),
        kept.range(),
        session.list(Stories::attempt, ATTEMPTS, marketplace, entity.name(), stored),
        session.list(Stories::wait, WAITS_FOR, entity.id(), stored),
        session.list(Stories::waiting, WAITING, entity.id(), stored),
        new CorrectionRows(session, marketplace).ofRecord(entity, key),
        session.list(Stories::found, FOUND, marketplace, entity.name(), stored));
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(Optional.ofNullable(row.getString(1)), confirmed(row), range(row));
  }

  private static Optional<Confirmed> confirmed(ResultSet row) throws SQLException {
    return row.getString(2) == null
        ? Optional.empty()
        : Optional.of(
            new Confirmed(row.getString(2), KeyColumn.key(row.getString(3)), moment(row, 4)));
  }

  private static Optional<Range> range(ResultSet row) throws SQLException {
    return row.getString(8) == null
        ? Optional.empty()
        : Optional.of(new Range(row.getLong(5), text(row, 6), text(row, 7), row.getString(8)));
  }

  private static Attempt attempt(ResultSet row) throws SQLException {
    Outcome outcome = Outcome.valueOf(row.getString(6));
    return new Attempt(
        row.getInt(1),
        row.getString(2),
        row.getString(3),
        row.getInt(4),
        moment(row, 5),
        outcome,
        Optional.ofNullable(row.getString(7)),
        text(row, 8),
        outcome == Outcome.REJECTED ? Optional.of(rejection(row)) : Optional.empty(),
        outcome == Outcome.SKIPPED ? text(row, 12) : Optional.empty());
  }

  private static Rejection rejection(ResultSet row) throws SQLException {
    return new Rejection(
        Stage.valueOf(row.getString(9)),
        Reason.valueOf(row.getString(10)),
        row.getString(11),
        KeyColumn.key(row.getString(12)));
  }

  private static Wait wait(ResultSet row) throws SQLException {
    return new Wait(
        row.getString(1),
        row.getString(2),
        KeyColumn.key(row.getString(3)),
        row.getBoolean(4) ? Presence.PRESENT : Presence.ABSENT);
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    String[] sample = (String[]) row.getArray(3).getArray();
    return new Waiting(
        row.getString(1), row.getLong(2), Arrays.stream(sample).map(KeyColumn::key).toList());
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(Differences.difference(row), text(row, 6), moment(row, 7));
  }

  private static Optional<String> text(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(KeyColumn::key);
  }

  private static Instant moment(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
