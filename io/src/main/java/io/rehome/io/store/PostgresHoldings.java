package io.rehome.io.store;

import io.rehome.io.DatabaseAddress;
import io.rehome.io.HeldKey;
import io.rehome.io.Holding;
import io.rehome.io.Holdings;
import io.rehome.io.Memory;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import io.rehome.model.TargetKey;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The holdings on PostgreSQL. Each method is one transaction on a connection of its own. */
record PostgresHoldings(DatabaseAddress address, String marketplace) implements Holdings {

  @Override
  public Map<SourceKey, Holding> of(
      String entity, DocumentShape shape, Collection<SourceKey> keys) {
    try (Session session = new Session(address)) {
      return session.transaction(
          () -> new HeldRecords(session, entity(session, entity)).of(shape, keys));
    }
  }

  @Override
  public void memories(
      SourceTable source,
      DocumentShape shape,
      Collection<SourceKey> keys,
      BiConsumer<SourceKey, Memory<SourceRow>> originals,
      BiConsumer<SourceKey, Memory<Document>> documents) {
    try (Session session = new Session(address)) {
      session.run(
          () ->
              new Memories(session, entity(session, source.entity()), source, shape)
                  .read(keys, originals, documents));
    }
  }

  @Override
  public Set<TargetKey> taken(String entity, Collection<TargetKey> keys) {
    Set<String> stored =
        keys.stream().map(key -> KeyColumn.stored(key.text())).collect(Collectors.toSet());
    try (Session session = new Session(address)) {
      return session
          .transaction(() -> new SharedTargets(session, entity(session, entity)).takenByAny(stored))
          .stream()
          .map(key -> new TargetKey(KeyColumn.key(key)))
          .collect(Collectors.toSet());
    }
  }

  @Override
  public void each(String entity, Consumer<HeldKey> each) {
    try (Session session = new Session(address)) {
      session.run(() -> new HeldRecords(session, entity(session, entity)).each(each));
    }
  }

  @Override
  public void ofSharers(String entity, Consumer<TargetKey> each) {
    try (Session session = new Session(address)) {
      session.run(
          () -> {
            for (Entity sharer : new SharedTargets(session, entity(session, entity)).sharers()) {
              new HeldRecords(session, sharer).each(held -> held.target().ifPresent(each));
            }
          });
    }
  }

  private Entity entity(Session session, String name) throws SQLException {
    return new Entity.Directory(session, marketplace).entity(name);
  }
}
