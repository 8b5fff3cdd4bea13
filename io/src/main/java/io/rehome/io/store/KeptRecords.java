package io.rehome.io.store;

import io.rehome.io.Kept;
import io.rehome.io.PageSize;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.Fingerprint;
import io.rehome.model.KeyRange;
import io.rehome.model.Outcome;
import io.rehome.model.Reason;
import io.rehome.model.Rejection;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import io.rehome.model.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entity's records as they are kept, by spans of their key's text. GONE ones are left out, and
 * those whose original is not kept.
 */
final class KeptRecords {
  private static final String ROWS =
      """
      select r.source_key, r.source, r.chosen
        from %s r
       where r.source is not null and not %s%s
       order by r.source_key
       limit %d
      """;

  private static final String RECORDS =
      """
      select * from (
        select r.source_key, r.source, r.chosen, %s, case when not %s then %s end, r.stage, r.reason,
               r.column_name, r.message, case when %s then r.document end, r.source_fp,
               sum(octet_length(r.source)) over (order by r.source_key rows unbounded preceding)
                 - octet_length(r.source) as bytes_before
          from %s r
          join rehome.page p on p.id = r.page
         where r.source is not null and not %s%s
         order by r.source_key
         limit %d) c
       where c.bytes_before < %d
      """;

  private final Session session;
  private final Entity entity;
  private final JsonValues originals;

  /** Originals are read as rows of this table, which may have fewer columns than were kept. */
  KeptRecords(Session session, Entity entity, SourceTable source) {
    this.session = session;
    this.entity = entity;
    this.originals = JsonValues.ofRows(source);
  }

  /** The originals alone, the first so many after this key. */
  List<SourceRow> rows(KeyRange span, Optional<SourceKey> after, int limit) throws SQLException {
    Within within = Within.of(span, after);
    return session.list(
        this::row,
        ROWS.formatted(entity.records(), LifeCycle.isGone(), within.sql(), limit),
        within.bounds().toArray());
  }

  /** The records, as many after this key as such a page holds by their originals. */
  List<Kept> records(KeyRange span, Optional<SourceKey> after, PageSize size, DocumentShape shape)
      throws SQLException {
    JsonValues documents = JsonValues.ofDocuments(shape);
    Within within = Within.of(span, after);
    return session.list(
        row -> record(row, documents),
        RECORDS.formatted(
            LifeCycle.outcome(),
            LifeCycle.mayHaveMore(),
            LifeCycle.confirmedFingerprint(),
            LifeCycle.isLeftOut(),
            entity.records(),
            LifeCycle.isGone(),
            within.sql(),
            size.rows(),
            size.bytes()),
        within.bounds().toArray());
  }

  private SourceRow row(ResultSet row) throws SQLException {
    String source = row.getString(2);
    SourceKey key = new SourceKey(KeyColumn.key(row.getString(1)));
    return new SourceRow(key, originals.read(source), row.getBoolean(3), source.length());
  }

  private Kept record(ResultSet row, JsonValues documents) throws SQLException {
    return new Kept(
        row(row),
        Fingerprint.of(row.getObject(11, UUID.class)),
        Outcome.valueOf(row.getString(4)),
        Optional.ofNullable(row.getObject(5, UUID.class)).map(Fingerprint::of),
        rejection(row),
        Optional.ofNullable(row.getString(10)).map(text -> new Document(documents.read(text))));
  }

  private static Optional<Rejection> rejection(ResultSet row) throws SQLException {
    @Nullable String stage = row.getString(6);
    return stage == null
        ? Optional.empty()
        : Optional.of(
            new Rejection(
                Stage.valueOf(stage),
                Reason.valueOf(row.getString(7)),
                row.getString(8),
                KeyColumn.key(row.getString(9))));
  }

  /** The keys of a span that come after one. */
  private record Within(String sql, List<String> bounds) {
    static Within of(KeyRange span, Optional<SourceKey> after) {
      StringBuilder sql = new StringBuilder();
      List<String> bounds = new ArrayList<>();
      List<String> above = after.map(key -> List.of(key.text())).orElse(span.low());
      for (String low : above) {
        sql.append(" and r.source_key > ?");
        bounds.add(KeyColumn.stored(low));
      }
      for (String high : span.high()) {
        sql.append(" and r.source_key <= ?");
        bounds.add(KeyColumn.stored(high));
      }
      return new Within(sql.toString(), bounds);
    }
  }
}
