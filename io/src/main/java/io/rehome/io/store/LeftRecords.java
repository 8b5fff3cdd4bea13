package io.rehome.io.store;

import io.rehome.model.SourceKey;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Records that are not to be in the target, and of which it may hold what it never acknowledged.
 */
final class LeftRecords {
  private static final String LIST =
      """
      select r.source_key from %s r
       where %s and r.source_key %s ?
       order by r.source_key
       limit ?
      """;

  private static final String WITHDRAWN = "update %s r set %s where r.source_key = any(?) and %s";

  private final Session session;
  private final Entity entity;

  LeftRecords(Session session, Entity entity) {
    this.session = session;
    this.entity = entity;
  }

  List<SourceKey> list(Optional<SourceKey> after, int limit) throws SQLException {
    return session.list(
        row -> new SourceKey(KeyColumn.key(row.getString(1))),
        LIST.formatted(entity.records(), LifeCycle.isLeft(), after.isPresent() ? ">" : ">="),
        after.map(key -> KeyColumn.stored(key.text())).orElse(""),
        limit);
  }

  void withdrawn(List<SourceKey> keys) throws SQLException {
    session.update(
        WITHDRAWN.formatted(entity.records(), LifeCycle.takenBack(), LifeCycle.isLeft()),
        (Object) keys.stream().map(key -> KeyColumn.stored(key.text())).toArray(String[]::new));
  }
}
