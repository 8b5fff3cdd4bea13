package io.rehome.io.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The entities, of any marketplace, that write the same table of the target as one of ours. Of two
 * records with one target key the target's own primary key decides; this tells whether it has
 * decided for another one already.
 */
final class SharedTargets {
  private static final String SHARERS =
      """
      select o.id, o.name
        from rehome.entity e
        join rehome.entity o on o.target_table = e.target_table and o.id <> e.id
       where e.id = ?
       order by o.id
      """;

  private static final String OF_OTHERS =
      """
      select distinct o.id, o.name
        from rehome.entity e
        join rehome.entity o on o.target_table = e.target_table
       where e.marketplace = ? and o.marketplace <> e.marketplace
       order by o.id
      """;

  private static final String TAKEN =
      """
      select %1$s
        from %2$s r join rehome.page p on p.id = r.page
       where ((r.target_key is null and r.source_key = any(?)) or r.target_key = any(?))
         and %3$s
      """;

  private final Session session;
  private final Entity entity;

  SharedTargets(Session session, Entity entity) {
    this.session = session;
    this.entity = entity;
  }

  static List<Entity> ofOthers(Session session, String marketplace) throws SQLException {
    return session.list(row -> new Entity(row.getInt(1), row.getString(2)), OF_OTHERS, marketplace);
  }

  boolean areThere() throws SQLException {
    return !sharers().isEmpty();
  }

  /** The other entities that write the same table. */
  List<Entity> sharers() throws SQLException {
    return session.list(row -> new Entity(row.getInt(1), row.getString(2)), SHARERS, entity.id());
  }

  /** Those of these stored target keys under which a record of any entity is present. */
  Set<String> takenByAny(Set<String> targetKeys) throws SQLException {
    Set<String> taken = new HashSet<>();
    String[] asked = targetKeys.toArray(new String[0]);
    List<Entity> holders = new ArrayList<>(sharers());
    holders.add(entity);
    for (Entity holder : holders) {
      taken(holder, asked, taken);
    }
    taken.retainAll(targetKeys);
    return taken;
  }

  private void taken(Entity holder, String[] asked, Set<String> taken) throws SQLException {
    session.each(
        row -> taken.add(row.getString(1)),
        TAKEN.formatted(LifeCycle.confirmedTargetKey(), holder.records(), LifeCycle.isPresent()),
        asked,
        asked);
  }

  /** Those of these stored target keys under which a record of another entity is present. */
  Set<String> taken(List<String> targetKeys) throws SQLException {
    Set<String> taken = new HashSet<>();
    if (!targetKeys.isEmpty()) {
      String[] asked = targetKeys.toArray(new String[0]);
      for (Entity sharer : sharers()) {
        taken(sharer, asked, taken);
      }
    }
    taken.retainAll(Set.copyOf(targetKeys));
    return taken;
  }
}
