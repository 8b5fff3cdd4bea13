package io.rehome.io.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An entity of a marketplace as the store numbers it, and the partition that holds its records. */
record Entity(int id, String name) {

  /** The partition's name, as it stands in SQL. */
  String records() {
    return "rehome.record_" + id;
  }

  /** The entities of one marketplace by name, looked up when first asked for. */
  static final class Directory {
    private final Session session;
    private final String marketplace;
    private final Map<String, Entity> known = new HashMap<>();

    Directory(Session session, String marketplace) {
      this.session = session;
      this.marketplace = marketplace;
    }

    /**
     * The entity of this name.
     *
     * @throws IllegalArgumentException where it was never enrolled
     */
    Entity entity(String name) throws SQLException {
      if (!known.containsKey(name)) {
        all().forEach(entity -> known.put(entity.name(), entity));
      }
      Entity entity = known.get(name);
      if (entity == null) {
        throw new IllegalArgumentException(
            "the entity " + name + " of " + marketplace + " was not enrolled");
      }
      return entity;
    }

    /** All of them, in the order of enrolment. */
    List<Entity> all() throws SQLException {
      return session.list(
          row -> new Entity(row.getInt(1), row.getString(2)),
          "select id, name from rehome.entity where marketplace = ? order by id",
          marketplace);
    }
  }
}
