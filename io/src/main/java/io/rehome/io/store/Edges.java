package io.rehome.io.store;

import io.rehome.model.Candidate;
import io.rehome.model.Link;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What records wait for: the parents of rejected ones, and those of deferred ones in their cycle.
 */
final class Edges {
  private static final String DELETE =
      "delete from rehome.edge where child_entity = ? and child_key = any(?)";

  private static final String INSERT =
      """
      insert into rehome.edge (child_entity, child_key, parent_entity, parent_key, field)
      select ?, e.child, p.id, e.parent, e.field
        from unnest(?, ?, ?, ?) e (child, entity, parent, field)
        join rehome.entity c on c.id = ?
        join rehome.entity p on p.marketplace = c.marketplace and p.name = e.entity
          on conflict do nothing
      """;

  private final Session session;
  private final Entity entity;

  Edges(Session session, Entity entity) {
    this.session = session;
    this.entity = entity;
  }

  /** Forgets what these records waited for before, and adds what they wait for now. */
  void replace(Collection<Candidate> candidates) throws SQLException {
    String[] children = candidates.stream().map(Edges::key).toArray(String[]::new);
    if (children.length > 0) {
      session.update(DELETE, entity.id(), children);
    }
    add(candidates);
  }

  void add(Collection<Candidate> candidates) throws SQLException {
    List<String> children = new ArrayList<>();
    List<String> entities = new ArrayList<>();
    List<String> parents = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    for (Candidate candidate : candidates) {
      for (Link link : links(candidate)) {
        children.add(key(candidate));
        entities.add(link.parent().entity());
        parents.add(KeyColumn.stored(link.parent().key().text()));
        fields.add(link.field());
      }
    }
    if (!children.isEmpty()) {
      insert(children, entities, parents, fields);
    }
  }

  private void insert(
      List<String> children, List<String> entities, List<String> parents, List<String> fields)
      throws SQLException {
    session.update(
        INSERT,
        entity.id(),
        children.toArray(new String[0]),
        entities.toArray(new String[0]),
        parents.toArray(new String[0]),
        fields.toArray(new String[0]),
        entity.id());
  }

  private static List<Link> links(Candidate candidate) {
    if (candidate instanceof Candidate.Rejected rejected) {
      return rejected.waitsFor();
    }
    return candidate instanceof Candidate.Deferred deferred ? deferred.parents() : List.of();
  }

  private static String key(Candidate candidate) {
    return KeyColumn.stored(candidate.row().key().text());
  }
}
