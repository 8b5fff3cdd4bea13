package io.rehome.io.store;

import io.rehome.io.Campaign;
import io.rehome.io.Register.Begin;
import io.rehome.model.Fingerprint;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;

/** A marketplace's campaigns and the versions of its plan. */
final class Campaigns {
  private static final String OPEN =
      "select id, started_at from rehome.campaign where marketplace = ? and ended_at is null";

  /** Asked first: an insert that meets a row would use up a number. */
  private static final String BEGIN =
      """
      insert into rehome.campaign (marketplace)
      select ? where not exists (select from rehome.campaign
                                  where marketplace = ? and ended_at is null)
          on conflict do nothing
      """;

  private static final String END =
      "update rehome.campaign set ended_at = now() where marketplace = ? and ended_at is null";

  private static final String VERSION =
      "select version from rehome.plan_version where marketplace = ? and rules = ?";

  private static final String ADD_VERSION =
      """
      insert into rehome.plan_version (marketplace, version, rules, plan)
      select ?, coalesce(max(version), 0) + 1, ?, ?
        from rehome.plan_version where marketplace = ?
          on conflict do nothing
      """;

  private final Session session;
  private final String marketplace;

  Campaigns(Session session, String marketplace) {
    this.session = session;
    this.marketplace = marketplace;
  }

  Campaign campaign(Begin begin) throws SQLException {
    switch (begin) {
      case RESTART -> session.update(END, marketplace);
      case CONTINUE -> {}
    }
    session.update(BEGIN, marketplace, marketplace);
    return open().orElseThrow();
  }

  Optional<Campaign> open() throws SQLException {
    return session.first(
        row -> new Campaign(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()),
        OPEN,
        marketplace);
  }

  int planVersion(String text, Fingerprint rules) throws SQLException {
    Optional<Integer> known = version(rules);
    if (known.isPresent()) {
      return known.get();
    }
    session.update(ADD_VERSION, marketplace, rules.asUuid(), text, marketplace);
    return version(rules).orElseThrow();
  }

  /** The version of these rules, where a run had them. */
  Optional<Integer> version(Fingerprint rules) throws SQLException {
    return session.first(row -> row.getInt(1), VERSION, marketplace, rules.asUuid());
  }
}
