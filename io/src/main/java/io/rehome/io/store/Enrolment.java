package io.rehome.io.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Makes a partition for each entity. Enrolled twice is as once. */
final class Enrolment {
  /** One enrolment at a time: it changes the schema. */
  private static final String ALONE = "select pg_advisory_xact_lock(hashtext('rehome enrolment'))";

  private static final String MOVE =
      """
      update rehome.entity set target_table = ?
       where marketplace = ? and name = ? and target_table <> ?
      """;

  /** Asked first: an insert that meets a row would use up a number. */
  private static final String ADD =
      """
      insert into rehome.entity (marketplace, name, target_table)
      select ?, ?, ?
       where not exists (select from rehome.entity where marketplace = ? and name = ?)
      """;

  /**
   * The key is unique within its partition; the entity need not stand in the index. Attached when
   * it is whole: that locks out nobody who reads or writes other partitions.
   */
  private static final List<String> PARTITION =
      List.of(
          "create table %1$s (like rehome.record including defaults)",
          "alter table %1$s alter column entity set default %2$d",
          "alter table %1$s add primary key (source_key)",
          "create index on %1$s (state, source_key) where state <> 'L'",
          "create index on %1$s (source_key) where deferred_page is not null",
          "create index on %1$s (source_key) where unsettled is not null",
          "alter table rehome.record attach partition %1$s for values in (%2$d)");

  /** Only where entities share a target's table; it would double the cost of each record. */
  private static final String BY_TARGET_KEY =
      """
      create index record_%2$d_target_key on %1$s (target_key)
       where target_key is not null
      """;

  private final Session session;
  private final String marketplace;

  Enrolment(Session session, String marketplace) {
    this.session = session;
    this.marketplace = marketplace;
  }

  void enrol(Map<String, String> targetTables) throws SQLException {
    session.first(row -> true, ALONE);
    for (Map.Entry<String, String> entity : targetTables.entrySet()) {
      add(entity.getKey(), entity.getValue());
    }
    for (Entity entity : new Entity.Directory(session, marketplace).all()) {
      if (!exists(entity.records())) {
        make(entity);
      }
      if (new SharedTargets(session, entity).areThere()) {
        index(entity);
      }
    }
    for (Entity other : SharedTargets.ofOthers(session, marketplace)) {
      index(other);
    }
  }

  private void add(String entity, String targetTable) throws SQLException {
    session.update(MOVE, targetTable, marketplace, entity, targetTable);
    session.update(ADD, marketplace, entity, targetTable, marketplace, entity);
  }

  private void index(Entity entity) throws SQLException {
    if (!exists(entity.records() + "_target_key")) {
      session.update(BY_TARGET_KEY.formatted(entity.records(), entity.id()));
    }
  }

  private boolean exists(String relation) throws SQLException {
    return session.one(row -> row.getBoolean(1), "select to_regclass(?) is not null", relation);
  }

  private void make(Entity entity) throws SQLException {
    for (String statement : PARTITION) {
      session.update(statement.formatted(entity.records(), entity.id()));
    }
  }
}
