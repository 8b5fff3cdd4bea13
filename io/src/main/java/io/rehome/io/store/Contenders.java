package io.rehome.io.store;

import static java.util.stream.Collectors.toSet;

import io.rehome.model.Fingerprint;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who claims which unique value of an entity. */
final class Contenders {
  private static final String CONTENDED =
      """
      select claim from rehome.contender where entity = ? and claim = any(?)
       group by claim having count(*) > 1
      """;

  private static final String LEAVE =
      """
      delete from rehome.contender c
       where c.entity = ? and c.source_key = any(?)
         and not exists (select from unnest(?, ?) u (source_key, claim)
                          where u.source_key = c.source_key and u.claim = c.claim)
      """;

  private final Session session;
  private final Entity entity;

  Contenders(Session session, Entity entity) {
    this.session = session;
    this.entity = entity;
  }

  Set<Fingerprint> contended(Collection<Fingerprint> claims) throws SQLException {
    UUID[] asked = claims.stream().map(Fingerprint::asUuid).toArray(UUID[]::new);
    return session
        .list(row -> Fingerprint.of(row.getObject(1, UUID.class)), CONTENDED, entity.id(), asked)
        .stream()
        .collect(toSet());
  }

  /** These records, as they are now, claim no other contended values than these. */
  void leave(Map<String, List<Fingerprint>> claims) throws SQLException {
    List<String> keys = new ArrayList<>();
    List<UUID> kept = new ArrayList<>();
    claims.forEach(
        (key, some) ->
            some.forEach(
                claim -> {
                  keys.add(key);
                  kept.add(claim.asUuid());
                }));
    session.update(
        LEAVE,
        entity.id(),
        claims.keySet().toArray(new String[0]),
        keys.toArray(new String[0]),
        kept.toArray(new UUID[0]));
  }

  void forget() throws SQLException {
    session.update("delete from rehome.contender where entity = ?", entity.id());
  }
}
