package io.rehome.testdata.demo;

import io.rehome.testdata.servers.Database;

/** The platform that marketplaces move to: an empty database with strict tables. */
public final class DemoPlatform {
  private DemoPlatform() {}

  /** Makes the tables in an empty PostgreSQL database. */
  public static void create(Database target) {
    target.execute(Script.named("platform-schema.sql").statements().toArray(String[]::new));
  }
}
