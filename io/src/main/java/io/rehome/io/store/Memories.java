package io.rehome.io.store;

import io.rehome.io.Memory;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.Fingerprint;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what is kept of an entity's records as it stands, whoever wrote it. */
final class Memories {
  private static final String OF =
      """
      select r.source_key, r.source_fp, r.source, r.chosen, %s, %s
        from %s r join rehome.page p on p.id = r.page
       where r.source_key = any(?)
      """;

  private final Session session;
  private final Entity entity;
  private final JsonValues originals;
  private final JsonValues documents;

  Memories(Session session, Entity entity, SourceTable source, DocumentShape shape) {
    this.session = session;
    this.entity = entity;
    this.originals = JsonValues.ofRows(source);
    this.documents = JsonValues.ofDocuments(shape);
  }

  Map<SourceKey, Memory> of(Collection<SourceKey> keys) throws SQLException {
    Map<SourceKey, Memory> memories = new HashMap<>();
    session.each(
        row -> memories.put(key(row), memory(row)),
        OF.formatted(
            LifeCycle.confirmedFingerprint(), LifeCycle.confirmedDocument(), entity.records()),
        (Object) keys.stream().map(key -> KeyColumn.stored(key.text())).toArray(String[]::new));
    return memories;
  }

  private static SourceKey key(ResultSet row) throws SQLException {
    return new SourceKey(KeyColumn.key(row.getString(1)));
  }

  private Memory memory(ResultSet row) throws SQLException {
    SourceKey key = key(row);
    String original = row.getString(3);
    boolean chosen = row.getBoolean(4);
    return new Memory(
        Fingerprint.of(row.getObject(2, UUID.class)),
        values(originals, original)
            .map(values -> new SourceRow(key, values, chosen, original.length())),
        Optional.ofNullable(row.getObject(5, UUID.class)).map(Fingerprint::of),
        Optional.ofNullable(row.getString(6))
            .flatMap(text -> values(documents, text))
            .map(Document::new));
  }

  private static Optional<List<@Nullable Object>> values(JsonValues shape, String text) {
    try {
      return Optional.of(shape.read(text));
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
