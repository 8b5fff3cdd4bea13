package io.rehome.io.store;

import io.rehome.io.Retired;
import io.rehome.io.Scan;
import io.rehome.model.DocumentShape;
import io.rehome.model.Rejection;
import io.rehome.model.SourceKey;
import io.rehome.model.TargetColumn;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Records that the source has no more, and whose rows the target was asked to give up. */
final class RetiredRecords {
  private static final String GONE =
      "update %s r set %s from (select ?::bigint) u (page) where r.source_key = any(?)";

  private static final String DELETED = "update %s r set %s where r.source_key = any(?)";

  private static final String CHANGED =
      """
      update %s r set %s
        from unnest(?, ?, ?) u (source_key, document_fp, document)
       where r.source_key = u.source_key
      """;

  private static final String HELD_ON =
      """
      update %s r set %s
        from (select ?::bigint as page, x.*
                from unnest(?, ?, ?, ?, ?) x (source_key, stage, reason, column_name, message)) u
       where r.source_key = u.source_key
      """;

  private static final String DONE =
      """
      update rehome.selection set state = 'E'
       where scan = ? and entity = ? and source_key = any(?)
      """;

  private final Session session;
  private final int run;
  private final Entity entity;

  RetiredRecords(Session session, int run, Entity entity) {
    this.session = session;
    this.run = run;
    this.entity = entity;
  }

  void mark(Scan scan, DocumentShape shape, Retired retired) throws SQLException {
    List<SourceKey> all =
        Stream.concat(retired.left().keySet().stream(), retired.refused().keySet().stream())
            .toList();
    if (all.isEmpty()) {
      return;
    }
    List<String> keys = List.of(stored(all));
    new Attempts(session, entity).keep(keys, run);
    GoneRecords.leavePages(session, Standing.lock(session, entity, run, keys));
    long page =
        PageRow.ofGone(session, run, entity, retired.left().size(), retired.refused().size());
    gone(page, retired.left());
    change(shape, retired.left());
    holdOn(page, List.copyOf(retired.refused().entrySet()));
    session.update(DONE, scan.id(), entity.id(), stored(all));
  }

  private void gone(long page, Map<SourceKey, Optional<Retired.Left>> left) throws SQLException {
    session.update(GONE.formatted(entity.records(), LifeCycle.gone()), page, stored(left.keySet()));
    List<SourceKey> deleted =
        left.entrySet().stream()
            .filter(one -> one.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .toList();
    session.update(
        DELETED.formatted(entity.records(), LifeCycle.deleted()), (Object) stored(deleted));
  }

  private void change(DocumentShape shape, Map<SourceKey, Optional<Retired.Left>> left)
      throws SQLException {
    JsonText form = new JsonText(shape.columns().stream().map(TargetColumn::name).toList());
    List<SourceKey> keys = new ArrayList<>();
    List<UUID> fingerprints = new ArrayList<>();
    List<String> documents = new ArrayList<>();
    left.forEach(
        (key, now) ->
            now.ifPresent(
                held -> {
                  keys.add(key);
                  fingerprints.add(held.fingerprint().asUuid());
                  documents.add(form.text(held.document().values()));
                }));
    session.update(
        CHANGED.formatted(entity.records(), LifeCycle.changedAtLast()),
        stored(keys),
        fingerprints.toArray(new UUID[0]),
        documents.toArray(new String[0]));
  }

  private void holdOn(long page, List<Map.Entry<SourceKey, Rejection>> refused)
      throws SQLException {
    session.update(
        HELD_ON.formatted(entity.records(), LifeCycle.heldOn()),
        page,
        stored(refused.stream().map(Map.Entry::getKey).toList()),
        refused.stream().map(one -> one.getValue().stage().name()).toArray(String[]::new),
        refused.stream().map(one -> one.getValue().reason().name()).toArray(String[]::new),
        refused.stream().map(one -> one.getValue().column()).toArray(String[]::new),
        refused.stream()
            .map(one -> KeyColumn.stored(one.getValue().message()))
            .toArray(String[]::new));
  }

  private static String[] stored(Collection<SourceKey> keys) {
    return keys.stream().map(key -> KeyColumn.stored(key.text())).toArray(String[]::new);
  }
}
