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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what is kept of an entity's records as it stands, whoever wrote it. */
final class Memories {
  private static final String OF =
      """
      select r.source_key, case when r.source is not null then r.source_fp end, r.source, r.chosen,
             %s, %s
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
    Optional<Fingerprint> written = print(row, 2);
    Optional<SourceRow> original = original(row);
    @Nullable String document = row.getString(6);
    try {
      Optional<Document> whole =
          Optional.ofNullable(document).flatMap(documents::readWhole).map(Document::new);
      return new Memory(
          written, original, whole.isPresent() ? print(row, 5) : Optional.empty(), whole);
    } catch (UncheckedIOException unreadable) {
      return new Memory(written, original, print(row, 5), Optional.empty());
    }
  }

  private static Optional<Fingerprint> print(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, UUID.class)).map(Fingerprint::of);
  }

  private Optional<SourceRow> original(ResultSet row) throws SQLException {
    @Nullable String text = row.getString(3);
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new SourceRow(key(row), originals.read(text), row.getBoolean(4), text.length()));
    } catch (UncheckedIOException unreadable) {
      return Optional.empty();
    }
  }
}
