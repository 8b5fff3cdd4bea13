package io.rehome.io.store;

import io.rehome.model.Reason;
import io.rehome.model.Stage;
import java.sql.SQLException;
import java.util.List;

/**
 * Decides the deferred records of one cycle of entities, set by set. Works on a temporary table of
 * the waiting records, each with its fate: D undecided, W won all its claims, R rejected. A chain
 * of any depth is one recursive statement; claims are decided in rounds, of which there are as many
 * as contended values hang together in a row.
 */
final class Settlement {
  private static final String WAITING =
      """
      create temporary table waiting (
        entity int not null, source_key text collate "C" not null, fate "char" not null,
        stage text, reason text, column_name text, message text,
        primary key (entity, source_key)) on commit drop
      """;

  private static final String FILL =
      "insert into waiting (entity, source_key, fate)\n"
          + "select %d, r.source_key, 'D' from %s r where %s";

  /** Parents outside the waiting ones that do not stand and are not about to. */
  private static final String LACKING =
      """
      create temporary table lacking (
        entity int not null, source_key text collate "C" not null, reason text not null,
        primary key (entity, source_key)) on commit drop
      """;

  private static final String FIND_LACKING =
      """
      insert into lacking
      select e.parent_entity, e.parent_key,
             case when r.source_key is null then '%4$s' else '%5$s' end
        from (select distinct e.parent_entity, e.parent_key
                from waiting w
                join rehome.edge e on e.child_entity = w.entity and e.child_key = w.source_key
               where e.parent_entity = %1$d
                 and not exists (select from waiting o
                                  where o.entity = e.parent_entity
                                    and o.source_key = e.parent_key)) e
        left join %2$s r on r.source_key = e.parent_key
        left join rehome.page p on p.id = r.page
       where r.source_key is null or not (%3$s)
      """;

  /** Descendants of what lacks or is rejected, to any depth; a circle ends where it began. */
  private static final String DOOM =
      """
      with recursive doomed (entity, source_key, parent_entity, parent_key, field, reason) as (
        select w.entity, w.source_key, e.parent_entity, e.parent_key, e.field, l.reason
          from lacking l
          join rehome.edge e on e.parent_entity = l.entity and e.parent_key = l.source_key
          join waiting w on w.entity = e.child_entity and w.source_key = e.child_key
         where w.fate <> 'R'
        union
        select w.entity, w.source_key, e.parent_entity, e.parent_key, e.field, '%1$s'
          from waiting o
          join rehome.edge e on e.parent_entity = o.entity and e.parent_key = o.source_key
          join waiting w on w.entity = e.child_entity and w.source_key = e.child_key
         where o.fate = 'R' and w.fate <> 'R'
        union
        select w.entity, w.source_key, e.parent_entity, e.parent_key, e.field, '%1$s'
          from doomed d
          join rehome.edge e on e.parent_entity = d.entity and e.parent_key = d.source_key
          join waiting w on w.entity = e.child_entity and w.source_key = e.child_key
         where w.fate <> 'R'
      )
      update waiting w
         set fate = 'R', stage = '%3$s', reason = d.reason, column_name = d.field,
             message = case when d.reason = '%2$s' then 'there is no ' else 'not loaded: ' end
                       || n.name || '/' || d.parent_key
        from (select distinct on (entity, source_key) *
                from doomed order by entity, source_key, reason, parent_entity, parent_key) d
        join rehome.entity n on n.id = d.parent_entity
       where w.entity = d.entity and w.source_key = d.source_key
      """;

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

  private static final String REJECT =
      """
      update %s r set %s
        from (select w.source_key, w.stage, w.reason, w.column_name, w.message,
                     ?::bigint as page
                from waiting w where w.entity = ? and w.fate = 'R') u
       where r.source_key = u.source_key
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

  Settlement(Session session, int run, List<Entity> entities) {
    this.session = session;
    this.run = run;
    this.entities = entities;
  }

  /** Does it all within the session's transaction. */
  void settle() throws SQLException {
    if (fillWaiting() > 0) {
      decideParents();
      decideClaims();
      for (Entity entity : entities) {
        record(entity);
      }
    }
  }

  private int fillWaiting() throws SQLException {
    session.update(WAITING);
    int waiting = 0;
    for (Entity entity : entities) {
      waiting +=
          session.update(FILL.formatted(entity.id(), entity.records(), LifeCycle.isDeferred()));
    }
    session.update("analyze waiting");
    return waiting;
  }

  private void decideParents() throws SQLException {
    session.update("analyze rehome.edge");
    session.update(LACKING);
    for (Entity entity : parents()) {
      session.update(
          FIND_LACKING.formatted(
              entity.id(),
              entity.records(),
              LifeCycle.isPresent() + " or " + LifeCycle.isUnderWay(),
              Reason.PARENT_MISSING,
              Reason.PARENT_NOT_LOADED));
    }
    session.update("analyze lacking");
    doom();
  }

  private List<Entity> parents() throws SQLException {
    return session.list(
        row -> new Entity(row.getInt(1), row.getString(2)),
        """
        select n.id, n.name from rehome.entity n
         where exists (select from rehome.edge e where e.parent_entity = n.id
                          and e.child_entity = any(?))
         order by n.id
        """,
        (Object) entities.stream().map(Entity::id).toArray(Integer[]::new));
  }

  private int doom() throws SQLException {
    return session.update(
        DOOM.formatted(Reason.PARENT_NOT_LOADED, Reason.PARENT_MISSING, Stage.REFERENCE));
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
    doom();
    session.update(DROP_DECIDED);
    while (session.update(WIN) > 0) {
      session.update(LOSE.formatted(Stage.CHECK, Reason.DUPLICATE));
      doom();
      session.update(DROP_DECIDED);
    }
  }

  private void record(Entity entity) throws SQLException {
    long page = PageRow.ofSettlement(session, run, entity);
    session.update(
        REJECT.formatted(entity.records(), LifeCycle.settledAgainst()), page, entity.id());
    session.update(SETTLE.formatted(entity.records(), LifeCycle.settled()), entity.id());
  }
}
