package io.rehome.io.store;

import io.rehome.model.SourceKey;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The records of one cycle of entities that are under way and cannot stay: those that the target
 * refused, and all that hang on them. Nothing of them is in the target any more when they are
 * rejected.
 */
final class Doomed {
  private static final String LEFT =
      """
      select r.page, count(*) from %s r join waiting w on w.source_key = r.source_key
       where w.entity = ? and w.fate = 'R' and r.state = %s
       group by r.page
      """;

  private final Session session;
  private final List<Entity> entities;
  private final Waiting waiting;

  Doomed(Session session, List<Entity> entities) {
    this.session = session;
    this.entities = entities;
    this.waiting = new Waiting(session, entities);
  }

  List<SourceKey> of(Entity entity, Optional<SourceKey> after, int limit) throws SQLException {
    find();
    return waiting.rejected(entity, after, limit);
  }

  /** Those of the entity that stay, and were linked to some that do not. */
  List<SourceKey> linked(Entity entity, Optional<SourceKey> after, int limit) throws SQLException {
    find();
    return waiting.linkedToRejected(entity, after, limit);
  }

  void reject(int run) throws SQLException {
    find();
    for (Entity entity : entities) {
      leavePages(entity);
      waiting.reject(entity, run, LifeCycle.withdrawn());
    }
  }

  private void find() throws SQLException {
    if (waiting.fill(LifeCycle.isUnderWay()) > 0) {
      waiting.decideParents();
    }
  }

  private void leavePages(Entity entity) throws SQLException {
    SortedMap<Long, Integer> left = new TreeMap<>();
    session.each(
        row -> left.put(row.getLong(1), -row.getInt(2)),
        LEFT.formatted(entity.records(), State.READY.sql()),
        entity.id());
    PageRow.addReady(session, left);
  }
}
