package io.rehome.io.store;

import java.sql.SQLException;
import java.util.Collection;

/**
 * What an entity's records went through before their latest attempt. Whatever replaces an attempt
 * keeps it here first, in the same transaction; what only goes on with it does not.
 */
final class Attempts {
  private static final String KEEP =
      """
      insert into rehome.attempt
        (entity, source_key, number, run, outcome, updated_at, target_key, stage, reason,
         column_name, message, document)
      select r.entity, r.source_key, r.attempts, p.run, %s, coalesce(p.confirmed_at, p.begun_at),
             case when r.document is not null then coalesce(r.target_key, r.source_key) end,
             r.stage, r.reason, r.column_name, r.message, r.document
        from %s r
        join rehome.page p on p.id = r.page
       where r.source_key = any(?) and not %s
      """;

  private final Session session;
  private final Entity entity;

  Attempts(Session session, Entity entity) {
    this.session = session;
    this.entity = entity;
  }

  /** Keeps the present attempts of these records, of which {@code run} begins newer ones. */
  void keep(Collection<String> storedKeys, int run) throws SQLException {
    if (!storedKeys.isEmpty()) {
      session.update(
          KEEP.formatted(LifeCycle.outcome(), entity.records(), LifeCycle.goesOn(run)),
          (Object) storedKeys.toArray(new String[0]));
    }
  }
}
