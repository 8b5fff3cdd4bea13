package io.rehome.io.store;

import io.rehome.io.Failing;
import io.rehome.io.RejectionGroup;
import io.rehome.io.Remedy;
import io.rehome.model.Reason;
import io.rehome.model.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What mending each kind of rejection would release, found set by set in temporary tables: all
 * descendants, generation by generation, and of these not who waits for somebody besides, nor their
 * descendants. There are as many rounds as generations wait.
 */
final class Remedies {
  private static final String KINDS =
      """
      create temporary table kind (
        id int generated always as identity, entity int not null, name text not null,
        stage text not null, reason text not null, column_name text not null, total bigint not null,
        sample text[] not null) on commit drop
      """;

  private static final String FIND_KINDS =
      """
      insert into kind (entity, name, stage, reason, column_name, total, sample)
      select %d, ?, stage, reason, column_name, max(total),
             coalesce(array_agg(source_key order by source_key) filter (where place <= ?), '{}')
        from (select r.stage, r.reason, r.column_name, r.source_key,
                     count(*) over kind as total,
                     row_number() over (kind order by r.source_key) as place
                from %s r
                join rehome.page p on p.id = r.page
               where %s
              window kind as (partition by r.stage, r.reason, r.column_name)) one
       where place <= greatest(?, 1)
       group by 3, 4, 5
      """;

  /** What waits for a parent, with the parents that are absent. */
  private static final String HOLDING =
      """
      create temporary table holding (
        entity int not null, source_key text collate "C" not null,
        parent_entity int not null, parent_key text collate "C" not null) on commit drop
      """;

  private static final String FIND_HOLDING =
      """
      insert into holding
      select g.child_entity, g.child_key, g.parent_entity, g.parent_key
        from %s c
        join rehome.edge g on g.child_entity = %d and g.child_key = c.source_key
       where c.state = %s and c.reason in ('%s', '%s')
      """;

  private static final String DROP_PRESENT =
      """
      delete from holding h using %s r, rehome.page p
       where h.parent_entity = %d and r.source_key = h.parent_key and p.id = r.page and %s
      """;

  private static final String FREED =
      """
      create temporary table freed (
        kind int not null, entity int not null, source_key text collate "C" not null,
        round int not null, primary key (kind, entity, source_key)) on commit drop
      """;

  /** Round 0: the mended themselves, those that are somebody's parent. */
  private static final String MEND =
      """
      insert into freed
      select distinct k.id, %1$d, r.source_key, 0
        from holding h
        join %2$s r on r.source_key = h.parent_key
        join rehome.page p on p.id = r.page
        join kind k on k.entity = %1$d and k.stage = r.stage and k.reason = r.reason
                   and k.column_name = r.column_name
       where h.parent_entity = %1$d and %3$s
      """;

  /** The next generation, whatever else it waits for. */
  private static final String REACH =
      """
      insert into freed
      select distinct f.kind, h.entity, h.source_key, f.round + 1
        from freed f
        join holding h on h.parent_entity = f.entity and h.parent_key = f.source_key
       where f.round = ?
          on conflict do nothing
      """;

  /** Who waits for somebody besides stays; those that wait for each other are no hindrance. */
  private static final String KEEP_BACK =
      """
      delete from freed f
       where f.round > 0
         and exists (
               select from holding o
                where o.entity = f.entity and o.source_key = f.source_key
                  and not exists (select from freed x
                                   where x.kind = f.kind and x.entity = o.parent_entity
                                     and x.source_key = o.parent_key))
      """;

  private static final String CHILDREN =
      "select kind, count(*) from freed where round > 0 group by kind";

  private static final String READ =
      """
      select id, name, stage, reason, column_name, total, sample from kind
       order by total desc, entity, stage, reason, column_name
      """;

  private final Session session;
  private final List<Entity> entities;
  private final FailingSql failing;

  Remedies(Session session, List<Entity> entities, Failing failing) {
    this.session = session;
    this.entities = entities;
    this.failing = new FailingSql(failing);
  }

  /** The kinds of what is meant, the many first, each with up to so many keys. */
  List<Remedy> all(int sample) throws SQLException {
    findKinds(sample);
    findHolding();
    Map<Integer, Long> children = children();
    return session.list(row -> remedy(row, children), READ);
  }

  private void findKinds(int sample) throws SQLException {
    session.update(KINDS);
    for (Entity entity : entities) {
      if (failing.isOf(entity)) {
        session.update(
            FIND_KINDS.formatted(entity.id(), entity.records(), FailingSql.CONDITION),
            failing.with(List.of(entity.name(), sample), List.of(sample)));
      }
    }
  }

  private void findHolding() throws SQLException {
    session.update(HOLDING);
    for (Entity entity : entities) {
      session.update(
          FIND_HOLDING.formatted(
              entity.records(),
              entity.id(),
              State.REJECTED.sql(),
              Reason.PARENT_MISSING,
              Reason.PARENT_NOT_LOADED));
    }
    session.update("create index on holding (parent_entity, parent_key)");
    session.update("create index on holding (entity, source_key)");
    session.update("analyze holding");
    for (Entity entity : entities) {
      session.update(DROP_PRESENT.formatted(entity.records(), entity.id(), LifeCycle.isPresent()));
    }
  }

  private Map<Integer, Long> children() throws SQLException {
    session.update(FREED);
    for (Entity entity : entities) {
      if (failing.isOf(entity)) {
        session.update(
            MEND.formatted(entity.id(), entity.records(), FailingSql.CONDITION), failing.with());
      }
    }
    int round = 0;
    do {
      session.update("analyze freed");
    } while (session.update(REACH, round++) > 0);
    int held;
    do {
      held = session.update(KEEP_BACK);
    } while (held > 0);
    Map<Integer, Long> children = new HashMap<>();
    session.each(row -> children.put(row.getInt(1), row.getLong(2)), CHILDREN);
    return children;
  }

  private static Remedy remedy(ResultSet row, Map<Integer, Long> children) throws SQLException {
    String[] sample = (String[]) row.getArray(7).getArray();
    return new Remedy(
        new RejectionGroup(
            row.getString(2),
            Stage.valueOf(row.getString(3)),
            Reason.valueOf(row.getString(4)),
            row.getString(5),
            row.getLong(6),
            Arrays.stream(sample).map(KeyColumn::key).toList()),
        children.getOrDefault(row.getInt(1), 0L));
  }
}
