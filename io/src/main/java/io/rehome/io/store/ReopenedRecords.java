package io.rehome.io.store;

import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.SourceKey;
import io.rehome.model.TargetColumn;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Records that are made PENDING because the target does not hold what it confirmed. */
final class ReopenedRecords {
  private static final String PRESENT =
      """
      select r.source_key from %s r join rehome.page p on p.id = r.page
       where r.source_key = any(?) and %s
      """;

  private static final String UPDATE =
      "update %s r set %s from (select ?::bigint) u (page) where r.source_key = any(?)";

  /** What stands in the target may be written over as if it were ours. */
  private static final String ADOPT =
      """
      update %s r set unsettled = r.unsettled || u.document
        from unnest(?, ?) u (source_key, document)
       where r.source_key = u.source_key and not coalesce(u.document = any(r.unsettled), false)
      """;

  private final Session session;
  private final int run;
  private final Entity entity;
  private final JsonText documents;

  ReopenedRecords(Session session, int run, Entity entity, DocumentShape shape) {
    this.session = session;
    this.run = run;
    this.entity = entity;
    this.documents = new JsonText(shape.columns().stream().map(TargetColumn::name).toList());
  }

  /** Those of these records that the target acknowledged; the others are PENDING or failed. */
  void reopen(Map<SourceKey, List<Document>> held) throws SQLException {
    Map<String, List<Document>> byKey = new TreeMap<>();
    held.forEach((key, rows) -> byKey.put(KeyColumn.stored(key.text()), rows));
    byKey.keySet().retainAll(present(byKey.keySet()));
    if (!byKey.isEmpty()) {
      open(byKey.keySet().toArray(new String[0]));
      adopt(byKey);
    }
  }

  private Set<String> present(Set<String> keys) throws SQLException {
    return Set.copyOf(
        session.list(
            row -> row.getString(1),
            PRESENT.formatted(entity.records(), LifeCycle.isPresent()),
            (Object) keys.toArray(new String[0])));
  }

  private void open(String[] keys) throws SQLException {
    List<String> all = Arrays.asList(keys);
    new Attempts(session, entity).keep(all, run);
    leavePages(Standing.lock(session, entity, run, all));
    long page = PageRow.ofReopened(session, run, entity, keys.length);
    session.update(UPDATE.formatted(entity.records(), LifeCycle.reopened()), page, keys);
  }

  private void leavePages(Map<String, Standing> standing) throws SQLException {
    SortedMap<Long, Integer> left = new TreeMap<>();
    standing.values().stream()
        .filter(Standing::isReady)
        .forEach(one -> left.merge(one.page(), -1, Integer::sum));
    PageRow.addReady(session, left);
  }

  private void adopt(Map<String, List<Document>> byKey) throws SQLException {
    for (Map.Entry<String, List<Document>> one : byKey.entrySet()) {
      for (Document row : one.getValue()) {
        session.update(
            ADOPT.formatted(entity.records()),
            new String[] {one.getKey()},
            new String[] {documents.text(row.values())});
      }
    }
  }
}
