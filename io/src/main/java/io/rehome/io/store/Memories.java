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
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
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

  /** Each original is handed over, and let go of, before the document of its record is read. */
  void read(
      Collection<SourceKey> keys,
      BiConsumer<SourceKey, Memory<SourceRow>> takeOriginal,
      BiConsumer<SourceKey, Memory<Document>> takeDocument)
      throws SQLException {
    session.each(
        row -> {
          SourceKey key = new SourceKey(KeyColumn.key(row.getString(1)));
          original(row, key).ifPresent(memory -> takeOriginal.accept(key, memory));
          document(row).ifPresent(memory -> takeDocument.accept(key, memory));
        },
        OF.formatted(
            LifeCycle.confirmedFingerprint(), LifeCycle.confirmedDocument(), entity.records()),
        (Object) keys.stream().map(key -> KeyColumn.stored(key.text())).toArray(String[]::new));
  }

  private Optional<Memory<SourceRow>> original(ResultSet row, SourceKey key) throws SQLException {
    @Nullable String text = row.getString(3);
    return text == null ? Optional.empty() : memory(row, 2, original(row, key, text));
  }

  private Optional<SourceRow> original(ResultSet row, SourceKey key, String text)
      throws SQLException {
    try {
      return Optional.of(
          new SourceRow(key, originals.read(text), row.getBoolean(4), text.length()));
    } catch (UncheckedIOException unreadable) {
      return Optional.empty();
    }
  }

  private Optional<Memory<Document>> document(ResultSet row) throws SQLException {
    @Nullable String text = row.getString(6);
    if (text == null) {
      return Optional.empty();
    }
    try {
      Optional<Document> whole = documents.readWhole(text).map(Document::new);
      return whole.isPresent() ? memory(row, 5, whole) : Optional.empty();
    } catch (UncheckedIOException unreadable) {
      return memory(row, 5, Optional.empty());
    }
  }

  private static <T> Optional<Memory<T>> memory(ResultSet row, int print, Optional<T> content)
      throws SQLException {
    return Optional.ofNullable(row.getObject(print, UUID.class))
        .map(written -> new Memory<>(Fingerprint.of(written), content));
  }
}
