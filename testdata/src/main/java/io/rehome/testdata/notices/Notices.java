package io.rehome.testdata.notices;

import io.rehome.testdata.demo.Script;
import io.rehome.testdata.servers.Database;

/**
 * The notices of a lost-and-found: ten columns, about 250 bytes a row, none of which is rejected.
 * The same rows each time that they are made.
 *
 * @param rows how many
 */
public record Notices(long rows) {
  /** Makes and fills the table in an empty MariaDB database. */
  public void fill(Database source) {
    source.execute(statements("source.sql", String.valueOf(rows)));
  }

  /** Makes the table that they move to in an empty PostgreSQL database. */
  public static void createPlatform(Database target) {
    target.execute(statements("platform.sql", ""));
  }

  /**
   * The plan of the move.
   *
   * @param secret a file that holds the password of all three accounts
   */
  public static String plan(Database source, Database target, Database store, String secret) {
    return Script.of(Notices.class, "plan.yaml").text()
        + part("source", source, secret)
        + "  zone: Europe/London\n"
        + part("target", target, secret)
        + part("store", store, secret);
  }

  private static String part(String name, Database database, String secret) {
    return "%s:%n  jdbc: %s%n  user: %s%n  password: ${file:%s}%n"
        .formatted(name, database.jdbcUrl(), database.user(), secret);
  }

  private static String[] statements(String resource, String rows) {
    return Script.of(Notices.class, resource).statements().stream()
        .map(statement -> statement.replace("${rows}", rows))
        .toArray(String[]::new);
  }
}
