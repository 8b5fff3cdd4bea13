package io.rehome.io.store;

import io.rehome.io.DatabaseAddress;
import io.rehome.io.Identity;
import io.rehome.io.Store.Readiness;
import io.rehome.io.jdbc.Access;
import io.rehome.io.jdbc.Pools;
import io.rehome.io.jdbc.PostgresIdentity;
import io.rehome.io.jdbc.SqlOutages;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The store's schema and its versions. */
final class Schema {
  /** The number of the newest file among our migrations. */
  private static final int NEWEST = 10;

  private static final String MIGRATIONS = "classpath:io/rehome/io/store/schema";

  private final DatabaseAddress address;

  Schema(DatabaseAddress address) {
    this.address = address;
  }

  Readiness readiness() {
    try (Session session = new Session(address)) {
      return session
          .transaction(() -> version(session))
          .map(Schema::readiness)
          .orElse(Readiness.EMPTY);
    }
  }

  Identity identity() {
    try (Session session = new Session(address)) {
      return session.transaction(() -> PostgresIdentity.of(session.connection()));
    }
  }

  /** The schema's version; empty where it was never made. */
  private static Optional<Integer> version(Session session) throws SQLException {
    boolean made =
        session.one(
            row -> row.getBoolean(1), "select to_regclass('rehome.migrator_schema') is not null");
    return made
        ? session.first(
            row -> row.getInt(1),
            "select max(version::int) from rehome.migrator_schema where success and version is not null having max(version::int) is not null")
        : Optional.empty();
  }

  private static Readiness readiness(int version) {
    if (version == NEWEST) {
      return Readiness.CURRENT;
    }
    return version < NEWEST ? Readiness.BEHIND : Readiness.AHEAD;
  }

  /** Flyway is slow to start, and so it is asked only where there is something to do. */
  void upgrade() {
    Readiness readiness = readiness();
    if (readiness == Readiness.EMPTY || readiness == Readiness.BEHIND) {
      migrate();
    }
  }

  private void migrate() {
    try {
      Flyway.configure(Schema.class.getClassLoader())
          .dataSource(Pools.of(address, Access.READ_WRITE, "store", Session.CONNECTIONS))
          .locations(MIGRATIONS)
          .defaultSchema("rehome")
          .table("migrator_schema")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw SqlOutages.raised("the store", "be upgraded", e);
    }
  }
}
