package io.rehome.io.store;

import io.rehome.model.Candidate;
import io.rehome.model.Link;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Links of an entity's records to parents. */
final class Edges {
  private static final String DELETE =
      "delete from rehome.%s where child_entity = ? and child_key = any(?)";

  private static final String INSERT =
      """
      insert into rehome.%s (child_entity, child_key, parent_entity, parent_key, field)
      select distinct on (e.child, p.id, e.parent) ?::int, e.child, p.id, e.parent, e.field
        from unnest(?, ?, ?, ?) e (child, entity, parent, field)
        join rehome.entity c on c.id = ?
        join rehome.entity p on p.marketplace = c.marketplace and p.name = e.entity
          on conflict %s
      """;

  private static final String LEAVE =
      "update rehome.stand_in set page = ? where child_entity = ? and child_key = any(?)";

  private final Session session;
  private final Entity entity;
  private final Kind kind;

  /** What the links are, and the table that holds them. */
  enum Kind {
    /** What records wait for: rejected ones, and deferred ones within their cycle. */
    WAITS_FOR("edge", "do nothing") {
      @Override
      List<Link> links(Candidate candidate) {
        if (candidate instanceof Candidate.Rejected rejected) {
          return rejected.waitsFor();
        }
        return candidate instanceof Candidate.Deferred deferred ? deferred.parents() : List.of();
      }
    },
    /** Parents for which a value stands in records that go on without them. */
    STANDS_FOR(
        "stand_in",
        "(child_entity, child_key, parent_entity, parent_key) do update set page = null") {
      @Override
      List<Link> links(Candidate candidate) {
        return candidate.standIns();
      }
    };

    private final String table;
    private final String known;

    /** {@code known} is what is done with a link that is there already. */
    Kind(String table, String known) {
      this.table = table;
      this.known = known;
    }

    abstract List<Link> links(Candidate candidate);
  }

  Edges(Session session, Entity entity, Kind kind) {
    this.session = session;
    this.entity = entity;
    this.kind = kind;
  }

  /** Forgets the links that these records had before, and adds those that they have now. */
  void replace(Collection<? extends Candidate> candidates) throws SQLException {
    String[] children = candidates.stream().map(Edges::key).toArray(String[]::new);
    if (children.length > 0) {
      session.update(DELETE.formatted(kind.table), entity.id(), children);
    }
    add(candidates);
  }

  /**
   * The same of records that are sent on this page: what stood in them until now is forgotten when
   * it is confirmed, so that they are looked at again where it never is.
   */
  void replaceOn(long page, Collection<? extends Candidate> candidates) throws SQLException {
    if (!candidates.isEmpty()) {
      session.update(
          LEAVE, page, entity.id(), candidates.stream().map(Edges::key).toArray(String[]::new));
    }
    add(candidates);
  }

  void add(Collection<? extends Candidate> candidates) throws SQLException {
    List<String> children = new ArrayList<>();
    List<String> entities = new ArrayList<>();
    List<String> parents = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    for (Candidate candidate : candidates) {
      for (Link link : kind.links(candidate)) {
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
        INSERT.formatted(kind.table, kind.known),
        entity.id(),
        children.toArray(new String[0]),
        entities.toArray(new String[0]),
        parents.toArray(new String[0]),
        fields.toArray(new String[0]),
        entity.id());
  }

  private static String key(Candidate candidate) {
    return KeyColumn.stored(candidate.row().key().text());
  }
}
