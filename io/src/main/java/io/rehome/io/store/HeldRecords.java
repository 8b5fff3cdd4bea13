package io.rehome.io.store;

import io.rehome.io.HeldKey;
import io.rehome.io.Holding;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.Fingerprint;
import io.rehome.model.Outcome;
import io.rehome.model.SourceKey;
import io.rehome.model.TargetKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the target acknowledged of an entity's records. */
final class HeldRecords {
  private static final String OF =
      """
      select r.source_key, %s, r.source_fp, %s, %s
        from %s r join rehome.page p on p.id = r.page
       where r.source_key = any(?)
      """;

  /** Of most records, loaded under the key that they have in the source, only that key travels. */
  private static final String EACH =
      """
      select r.source_key, %s, nullif(%s, 'LOADED'), case when %s then null else %s end
        from %s r join rehome.page p on p.id = r.page
      """;

  private final Session session;
  private final Entity entity;

  HeldRecords(Session session, Entity entity) {
    this.session = session;
    this.entity = entity;
  }

  Map<SourceKey, Holding> of(DocumentShape shape, Collection<SourceKey> keys) throws SQLException {
    JsonValues documents = JsonValues.ofDocuments(shape);
    Map<SourceKey, Holding> holdings = new HashMap<>();
    session.each(
        row -> holdings.put(source(row), holding(row, documents)),
        OF.formatted(
            LifeCycle.outcome(),
            LifeCycle.confirmedTargetKey(),
            LifeCycle.confirmedDocument(),
            entity.records()),
        (Object) keys.stream().map(key -> KeyColumn.stored(key.text())).toArray(String[]::new));
    return holdings;
  }

  private static Holding holding(ResultSet row, JsonValues documents) throws SQLException {
    return new Holding(
        Outcome.valueOf(row.getString(2)),
        Fingerprint.of(row.getObject(3, UUID.class)),
        target(row.getString(4)),
        Optional.ofNullable(row.getString(5)).map(text -> new Document(documents.read(text))));
  }

  void each(Consumer<HeldKey> each) throws SQLException {
    session.each(
        row -> each.accept(held(row)),
        EACH.formatted(
            LifeCycle.confirmedOtherKey(),
            LifeCycle.outcome(),
            LifeCycle.isLoaded(),
            LifeCycle.isPresent(),
            entity.records()));
  }

  private static HeldKey held(ResultSet row) throws SQLException {
    SourceKey source = source(row);
    String outcome = row.getString(3);
    boolean isPresent = outcome == null || row.getBoolean(4);
    return new HeldKey(
        source,
        isPresent ? target(row.getString(2)).or(() -> sameAs(source)) : Optional.empty(),
        outcome == null ? Outcome.LOADED : Outcome.valueOf(outcome));
  }

  private static Optional<TargetKey> sameAs(SourceKey key) {
    return Optional.of(new TargetKey(key.text()));
  }

  private static SourceKey source(ResultSet row) throws SQLException {
    return new SourceKey(KeyColumn.key(row.getString(1)));
  }

  private static Optional<TargetKey> target(@Nullable String stored) {
    return Optional.ofNullable(stored).map(KeyColumn::key).map(TargetKey::new);
  }
}
