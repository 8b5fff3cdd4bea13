package io.rehome.io.store;

import io.rehome.model.Reason;
import io.rehome.model.SourceKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Records whose parents have come: rejected ones, and those in which a value stands for them. */
final class Releases {
  private static final String WAITED_FOR =
      """
      select p.id, p.name from rehome.entity p
       where exists (select from rehome.%s e
                      where e.child_entity = ? and e.parent_entity = p.id)
       order by p.id
      """;

  /**
   * An edge is open while its parent is not present. Counted, since that is done record by record:
   * the planner would make a join of {@code not exists}, and one over all edges where its
   * statistics are older than they.
   */
  private static final String OPEN_EDGE =
      """
      and (select count(*) from rehome.edge e
            where e.child_entity = %1$d and e.child_key = c.source_key
              and e.parent_entity = %2$d
              and not exists (select from %3$s r join rehome.page p on p.id = r.page
                               where r.source_key = e.parent_key and %4$s)) = 0
      """;

  private static final String RELEASE =
      """
      insert into rehome.release (run, entity, source_key)
      select ?, ?, c.source_key
        from %1$s c
       where c.state = %2$s and c.reason in (%3$s)
         and exists (select from rehome.edge e
                      where e.child_entity = %4$d and e.child_key = c.source_key)
         and (select count(*) from rehome.release l
               where l.run = ? and l.entity = %4$d and l.source_key = c.source_key) = 0
         %5$s
       order by c.source_key
       limit ?
          on conflict do nothing
      returning source_key
      """;

  /** The parents come first: they are fewer, and most of them never come. */
  private static final String STOOD_FOR =
      """
      with present as materialized (
        select k.parent_key
          from (select distinct parent_key from rehome.stand_in
                 where child_entity = %3$d and parent_entity = %4$d) k
          join %2$s r on r.source_key = k.parent_key
          join rehome.page p on p.id = r.page
         where %6$s)
      insert into rehome.release (run, entity, source_key)
      select distinct ?::int, ?::int, s.child_key
        from present a
        join rehome.stand_in s
          on s.child_entity = %3$d and s.parent_entity = %4$d and s.parent_key = a.parent_key
        join %1$s c on c.source_key = s.child_key
       where c.state = %5$s
         and (select count(*) from rehome.release l
               where l.run = ? and l.entity = %3$d and l.source_key = s.child_key) = 0
       limit ?
          on conflict do nothing
      returning source_key
      """;

  /** Other ways than a loop of index look-ups. */
  private static final List<String> OTHER_WAYS =
      List.of("enable_hashjoin", "enable_mergejoin", "enable_seqscan");

  private static final String WANT_OF_A_PARENT =
      "'%s', '%s'".formatted(Reason.PARENT_MISSING, Reason.PARENT_NOT_LOADED);

  private final Session session;
  private final int run;
  private final Entity entity;

  Releases(Session session, int run, Entity entity) {
    this.session = session;
    this.run = run;
    this.entity = entity;
  }

  List<SourceKey> released(int limit) throws SQLException {
    StringBuilder conditions = new StringBuilder();
    List<Entity> parents = parents("edge");
    for (Entity parent : parents) {
      conditions.append(
          OPEN_EDGE.formatted(entity.id(), parent.id(), parent.records(), LifeCycle.isPresent()));
    }
    return parents.isEmpty() ? List.of() : release(conditions.toString(), limit);
  }

  /** In their order, of one parent entity after the other. */
  List<SourceKey> stoodFor(int limit) throws SQLException {
    List<SourceKey> keys = new ArrayList<>();
    for (Entity parent : parents("stand_in")) {
      keys.addAll(
          named(
              STOOD_FOR.formatted(
                  entity.records(),
                  parent.records(),
                  entity.id(),
                  parent.id(),
                  State.READY.sql(),
                  LifeCycle.isPresent()),
              limit));
    }
    return keys;
  }

  private List<Entity> parents(String table) throws SQLException {
    return session.list(
        row -> new Entity(row.getInt(1), row.getString(2)),
        WAITED_FOR.formatted(table),
        entity.id());
  }

  private List<SourceKey> release(String conditions, int limit) throws SQLException {
    return named(
        RELEASE.formatted(
            entity.records(), State.REJECTED.sql(), WANT_OF_A_PARENT, entity.id(), conditions),
        limit);
  }

  private List<SourceKey> named(String statement, int limit) throws SQLException {
    for (String way : OTHER_WAYS) {
      session.first(row -> true, "select set_config('%s', 'off', true)".formatted(way));
    }
    return session.list(
        row -> new SourceKey(KeyColumn.key(row.getString(1))),
        statement,
        run,
        entity.id(),
        run,
        limit);
  }
}
