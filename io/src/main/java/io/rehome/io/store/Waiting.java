package io.rehome.io.store;

import io.rehome.model.Reason;
import io.rehome.model.SourceKey;
import io.rehome.model.Stage;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Records of one cycle of entities that wait for each other, in a temporary table, each with its
 * fate: D undecided, W won all its claims, R rejected. A chain of any depth is one recursive
 * statement.
 */
final class Waiting {
  private static final String WAITING =
      """
      create temporary table waiting (
        entity int not null, source_key text collate "C" not null, fate "char" not null,
        stage text, reason text, column_name text, message text,
        primary key (entity, source_key)) on commit drop
      """;

  /** Who was refused by the target meanwhile is rejected already. */
  private static final String FILL =
      """
      insert into waiting
      select %d, r.source_key, case when %s is null then 'D' else 'R' end,
             r.stage, r.reason, r.column_name, r.message
        from %s r left join rehome.page p on p.id = r.page
       where %s
      """;

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

  private static final String REJECT =
      """
      update %s r set %s
        from (select w.source_key, w.stage, w.reason, w.column_name, w.message,
                     ?::bigint as page
                from waiting w where w.entity = ? and w.fate = 'R') u
       where r.source_key = u.source_key
      """;

  /** Nothing stands in a record that is not loaded. */
  private static final String FORGET_STAND_INS =
      """
      delete from rehome.stand_in s using waiting w
       where w.entity = ? and w.fate = 'R'
         and s.child_entity = w.entity and s.child_key = w.source_key
      """;

  private static final String REJECTED =
      """
      select source_key from waiting
       where entity = ? and fate = 'R' and source_key %s ?
       order by source_key limit ?
      """;

  /** A stand-in that was left on a page: its record came with the parent on that page. */
  private static final String LINKED =
      """
      select distinct w.source_key
        from waiting w
        join rehome.stand_in s on s.child_entity = w.entity and s.child_key = w.source_key
        join waiting o on o.entity = s.parent_entity and o.source_key = s.parent_key
       where w.entity = ? and w.fate <> 'R' and o.fate = 'R' and s.page is not null
         and w.source_key %s ?
       order by w.source_key limit ?
      """;

  private final Session session;
  private final List<Entity> entities;

  Waiting(Session session, List<Entity> entities) {
    this.session = session;
    this.entities = entities;
  }

  /** Makes the table, of the records of which this condition holds; answers how many there are. */
  int fill(String condition) throws SQLException {
    session.update(WAITING);
    int waiting = 0;
    for (Entity entity : entities) {
      waiting +=
          session.update(
              FILL.formatted(entity.id(), LifeCycle.refusal(), entity.records(), condition));
    }
    session.update("analyze waiting");
    return waiting;
  }

  /** Rejects those whose parents do not stand and are not about to, with all their descendants. */
  void decideParents() throws SQLException {
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

  /** Rejects the descendants of what is rejected. */
  void doom() throws SQLException {
    session.update(
        DOOM.formatted(Reason.PARENT_NOT_LOADED, Reason.PARENT_MISSING, Stage.REFERENCE));
  }

  /** The entity's rejected ones, in key order: the first so many after this key. */
  List<SourceKey> rejected(Entity entity, Optional<SourceKey> after, int limit)
      throws SQLException {
    return keys(REJECTED, entity, after, limit);
  }

  /** Those of the entity that are not rejected and were sent with a parent that is; likewise. */
  List<SourceKey> linkedToRejected(Entity entity, Optional<SourceKey> after, int limit)
      throws SQLException {
    return keys(LINKED, entity, after, limit);
  }

  private List<SourceKey> keys(
      String statement, Entity entity, Optional<SourceKey> after, int limit) throws SQLException {
    return session.list(
        row -> new SourceKey(KeyColumn.key(row.getString(1))),
        statement.formatted(after.isPresent() ? ">" : ">="),
        entity.id(),
        after.map(key -> KeyColumn.stored(key.text())).orElse(""),
        limit);
  }

  /** Records the entity's rejected ones, by this event, on a page that stands in no book. */
  void reject(Entity entity, int run, String event) throws SQLException {
    long page = PageRow.ofSettlement(session, run, entity);
    session.update(REJECT.formatted(entity.records(), event), page, entity.id());
    session.update(FORGET_STAND_INS, entity.id());
  }
}
