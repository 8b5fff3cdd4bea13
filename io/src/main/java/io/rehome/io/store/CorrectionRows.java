package io.rehome.io.store;

import io.rehome.io.CorrectionEntry;
import io.rehome.io.CorrectionEntry.Effect;
import io.rehome.io.CorrectionEntry.Undone;
import io.rehome.io.RunTag;
import io.rehome.model.Correction;
import io.rehome.model.Outcome;
import io.rehome.model.SourceKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What operators corrected. Each change is a version of the marketplace's corrections; a run
 * applies one version from its beginning to its end.
 */
final class CorrectionRows {
  /** One change at a time, so that a version is whole when it can be seen. */
  private static final String ALONE = "select pg_advisory_xact_lock(hashtext('rehome correction'))";

  private static final String VERSION =
      """
      select coalesce(max(greatest(c.made, c.undone)), 0)
        from rehome.correction c join rehome.entity e on e.id = c.entity
       where e.marketplace = ?
      """;

  private static final String MAKE =
      """
      insert into rehome.correction (entity, source_key, field, value, note, made, made_by)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String UNDO =
      """
      update rehome.correction set undone = ?, undone_by = ?, undone_at = now()
       where entity = ? and source_key = ? and undone is null
         and (cardinality(?) = 0 or field = any(?))
      """;

  private static final String IN_FORCE =
      """
      select c.source_key, c.field, c.value
        from rehome.correction c join rehome.entity e on e.id = c.entity
       where e.marketplace = ? and e.name = ? and c.made <= ?
         and (c.undone is null or c.undone > ?)
       order by c.source_key, c.field
      """;

  private static final String OF_RECORD =
      """
      select c.source_key, c.field, c.value, c.note, c.made_by, c.made_at, c.undone_by,
             c.undone_at,
             case when c.undone is null and n.corrections >= c.made then 'APPLIED'
                  when c.undone is null then 'NOT_APPLIED_YET'
                  when n.corrections >= c.made and n.corrections < c.undone then 'NOT_UNDONE_YET'
                  else 'UNDONE' end
        from rehome.correction c
        join %s r on r.source_key = c.source_key
        join rehome.page p on p.id = r.page
        join rehome.run n on n.id = p.run
       where c.entity = ? and c.source_key = ?
       order by c.made desc, c.field
      """;

  private static final String WAITING =
      """
      select %s as outcome, count(*)
        from rehome.correction c
        join rehome.entity e on e.id = c.entity
        join rehome.record r on r.entity = c.entity and r.source_key = c.source_key
        join rehome.page p on p.id = r.page
        join rehome.run n on n.id = p.run
       where e.marketplace = ?
         and case when c.undone is null then n.corrections < c.made
                  else n.corrections >= c.made and n.corrections < c.undone end
       group by 1
      """
          .formatted(LifeCycle.outcome());

  private final Session session;
  private final String marketplace;

  CorrectionRows(Session session, String marketplace) {
    this.session = session;
    this.marketplace = marketplace;
  }

  /** The version as it is now, noted with the run. */
  int version(RunTag tag) throws SQLException {
    int version = lockedVersion();
    session.update(
        "update rehome.run set corrections = ? where id = ?", version, RunRow.number(session, tag));
    return version;
  }

  private int lockedVersion() throws SQLException {
    session.first(row -> true, ALONE);
    return session.one(row -> row.getInt(1), VERSION, marketplace);
  }

  void make(Entity entity, List<Correction> corrections, String note, String by)
      throws SQLException {
    int version = lockedVersion() + 1;
    for (Correction correction : corrections) {
      requireRecord(entity, correction.key());
      undo(entity, correction.key(), List.of(correction.field()), by, version);
      session.update(
          MAKE,
          entity.id(),
          KeyColumn.stored(correction.key().text()),
          correction.field(),
          correction.value().map(KeyColumn::stored).orElse(null),
          KeyColumn.stored(note),
          version,
          KeyColumn.stored(by));
    }
  }

  private void requireRecord(Entity entity, SourceKey key) throws SQLException {
    String find = "select from %s where source_key = ?".formatted(entity.records());
    if (session.first(row -> true, find, KeyColumn.stored(key.text())).isEmpty()) {
      throw new IllegalArgumentException(
          "the store has no record %s/%s".formatted(entity.name(), key));
    }
  }

  int undo(Entity entity, SourceKey key, List<String> fields, String by) throws SQLException {
    return undo(entity, key, fields, by, lockedVersion() + 1);
  }

  private int undo(Entity entity, SourceKey key, List<String> fields, String by, int version)
      throws SQLException {
    return session.update(
        UNDO,
        version,
        KeyColumn.stored(by),
        entity.id(),
        KeyColumn.stored(key.text()),
        fields.toArray(new String[0]),
        fields.toArray(new String[0]));
  }

  /** Of an entity that no run ever touched there are none. */
  List<Correction> inForce(String entity, int version) throws SQLException {
    return session.list(
        CorrectionRows::correction, IN_FORCE, marketplace, entity, version, version);
  }

  private static Correction correction(ResultSet row) throws SQLException {
    return new Correction(
        new SourceKey(KeyColumn.key(row.getString(1))),
        row.getString(2),
        Optional.ofNullable(row.getString(3)).map(KeyColumn::key));
  }

  List<CorrectionEntry> ofRecord(Entity entity, SourceKey key) throws SQLException {
    return session.list(
        CorrectionRows::entry,
        OF_RECORD.formatted(entity.records()),
        entity.id(),
        KeyColumn.stored(key.text()));
  }

  private static CorrectionEntry entry(ResultSet row) throws SQLException {
    return new CorrectionEntry(
        correction(row),
        KeyColumn.key(row.getString(4)),
        KeyColumn.key(row.getString(5)),
        moment(row, 6),
        undone(row),
        Effect.valueOf(row.getString(9)));
  }

  Map<Outcome, Long> waiting() throws SQLException {
    Map<Outcome, Long> waiting = new EnumMap<>(Outcome.class);
    session.each(
        row -> waiting.put(Outcome.valueOf(row.getString(1)), row.getLong(2)),
        WAITING,
        marketplace);
    return waiting;
  }

  private static Optional<Undone> undone(ResultSet row) throws SQLException {
    String by = row.getString(7);
    return by == null
        ? Optional.empty()
        : Optional.of(new Undone(KeyColumn.key(by), moment(row, 8)));
  }

  private static Instant moment(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
