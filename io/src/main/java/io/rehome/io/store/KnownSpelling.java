package io.rehome.io.store;

import io.rehome.model.SourceKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Under which keys the source knows others of an entity, as it once said. */
final class KnownSpelling {
  private static final String ADD =
      """
      insert into rehome.spelling (entity, asked, known)
      select ?, u.asked, u.known from unnest(?, ?) u (asked, known)
          on conflict (entity, asked) do update set known = excluded.known
       where spelling.known <> excluded.known
      """;

  private final Session session;
  private final Entity entity;

  KnownSpelling(Session session, Entity entity) {
    this.session = session;
    this.entity = entity;
  }

  /** In the order of the keys, so that two transactions never wait for each other. */
  void add(Map<SourceKey, SourceKey> spelled) throws SQLException {
    List<String> known = new ArrayList<>();
    List<String> asked = new ArrayList<>();
    new TreeMap<>(spelled)
        .forEach(
            (one, other) -> {
              asked.add(KeyColumn.stored(one.text()));
              known.add(KeyColumn.stored(other.text()));
            });
    session.update(ADD, entity.id(), asked.toArray(new String[0]), known.toArray(new String[0]));
  }

  /** The keys that are known for any of these. */
  List<SourceKey> of(Collection<SourceKey> asked) throws SQLException {
    return session.list(
        row -> new SourceKey(KeyColumn.key(row.getString(1))),
        "select distinct known from rehome.spelling where entity = ? and asked = any(?)",
        entity.id(),
        asked.stream().map(key -> KeyColumn.stored(key.text())).toArray(String[]::new));
  }
}
