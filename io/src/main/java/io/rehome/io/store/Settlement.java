package io.rehome.io.store;

import io.rehome.model.Reason;
import io.rehome.model.Stage;
import java.sql.SQLException;
import java.util.List;

/**
 * Decides the deferred records of one cycle of entities, set by set: first their parents, then
 * their claims, in rounds, of which there are as many as contended values hang together in a row.
 */
final class Settlement {
  private static final String CLAIMS =
      """
      create temporary table claimed on commit drop as
      select c.entity, c.claim, c.source_key, c.rank, c.field
        from waiting w
        join rehome.contender c on c.entity = w.entity and c.source_key = w.source_key
       where w.fate = 'D'
      """;

  /** A value that a record holds already which is present, or settled earlier, is taken. */
  private static final String LOSE_TO_STANDING =
      """
      update waiting w
         set fate = 'R', stage = '%5$s', reason = '%4$s', column_name = s.field,
             message = 'has first right to the value: ' || ? || '/' || s.other
        from (select c.entity, c.source_key, min(c.field) as field, min(o.source_key) as other
                from claimed c
                join rehome.contender o
                  on o.entity = c.entity and o.claim = c.claim and o.source_key <> c.source_key
                join %2$s r on r.source_key = o.source_key
                join rehome.page p on p.id = r.page
               where c.entity = %1$d and (%3$s)
                 and not exists (select from waiting x
                                  where x.entity = o.entity and x.source_key = o.source_key)
               group by 1, 2) s
       where w.entity = s.entity and w.source_key = s.source_key and w.fate = 'D'
      """;

  private static final String DROP_DECIDED =
      """
      delete from claimed c using waiting w
       where w.entity = c.entity and w.source_key = c.source_key and w.fate <> 'D'
      """;

  /** The undecided record of the lowest rank, for each value; it wins where it is first in all. */
  private static final String WIN =
      """
      update waiting w set fate = 'W'
       where w.fate = 'D'
         and exists (select from claimed c
                      where c.entity = w.entity and c.source_key = w.source_key)
         and not exists (
               select from claimed c
                 join claimed o on o.entity = c.entity and o.claim = c.claim
                where c.entity = w.entity and c.source_key = w.source_key
                  and (o.rank, o.source_key) < (c.rank, c.source_key))
      """;

  private static final String LOSE =
      """
      update waiting w
         set fate = 'R', stage = '%s', reason = '%s', column_name = s.field,
             message = 'has first right to the value: ' || s.name || '/' || s.other
        from (select c.entity, c.source_key, n.name, min(c.field) as field,
                     min(o.source_key) as other
                from claimed c
                join claimed o
                  on o.entity = c.entity and o.claim = c.claim and o.source_key <> c.source_key
                join waiting v
                  on v.entity = o.entity and v.source_key = o.source_key and v.fate = 'W'
                join rehome.entity n on n.id = c.entity
               group by 1, 2, 3) s
       where w.entity = s.entity and w.source_key = s.source_key and w.fate = 'D'
      """;

  private static final String SETTLE =
      """
      update %s r set %s
        from waiting w
       where w.entity = ? and w.fate <> 'R' and r.source_key = w.source_key
      """;

  private final Session session;
  private final int run;
  private final List<Entity> entities;
  private final Waiting waiting;

  Settlement(Session session, int run, List<Entity> entities) {
    this.session = session;
    this.run = run;
    this.entities = entities;
    this.waiting = new Waiting(session, entities);
  }

  /**
   * Tells the planner what has come since it was last told, where something is deferred: it would
   * take all records for deferred ones, or ranges that wait for none. In a transaction of its own,
   * and without waiting for somebody who does the same: until it ends, nobody else can.
   */
  static void analyze(Session session, List<Entity> entities) throws SQLException {
    for (Entity entity : entities) {
      if (new SettledRecords(session, entity).areWaitedFor()) {
        session.update("analyze (skip_locked) rehome.page, rehome.key_range, " + entity.records());
      }
    }
  }

  /** Does it all within the session's transaction. */
  void settle() throws SQLException {
    if (waiting.fill(LifeCycle.isDeferred()) > 0) {
      waiting.decideParents();
      decideClaims();
      for (Entity entity : entities) {
        record(entity);
      }
    }
  }

  private void decideClaims() throws SQLException {
    session.update("analyze rehome.contender");
    session.update(CLAIMS);
    session.update("create index on claimed (entity, claim, rank, source_key)");
    session.update("create index on claimed (entity, source_key)");
    session.update("analyze claimed");
    for (Entity entity : entities) {
      session.update(
          LOSE_TO_STANDING.formatted(
              entity.id(),
              entity.records(),
              LifeCycle.isPresent() + " or " + LifeCycle.isUnderWay(),
              Reason.DUPLICATE,
              Stage.CHECK),
          entity.name());
    }
    waiting.doom();
    session.update(DROP_DECIDED);
    while (session.update(WIN) > 0) {
      session.update(LOSE.formatted(Stage.CHECK, Reason.DUPLICATE));
      waiting.doom();
      session.update(DROP_DECIDED);
    }
  }

  private void record(Entity entity) throws SQLException {
    waiting.reject(entity, run, LifeCycle.settledAgainst());
    session.update(SETTLE.formatted(entity.records(), LifeCycle.settled()), entity.id());
  }
}
