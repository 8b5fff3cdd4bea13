package io.rehome.testdata.tables;

import io.rehome.testdata.demo.Script;
import io.rehome.testdata.servers.Database;
import java.util.Locale;

/** A table without references and without rejected rows, the same each time that it is made. */
public enum BenchTable {
  /** The notices of a lost-and-found: ten columns, about 250 bytes a row. */
  NOTICES,
  /** Who follows whom: four columns, about 30 bytes a row. */
  FOLLOWS;

  /** Makes and fills it in an empty database, in MariaDB or PostgreSQL. */
  public void fill(Database source, long rows) {
    boolean postgres = source.jdbcUrl().startsWith("jdbc:postgresql:");
    source.execute(statements(postgres ? "postgresql.sql" : "mariadb.sql", String.valueOf(rows)));
  }

  /** Makes the table that it moves to in an empty PostgreSQL database. */
  public void createPlatform(Database target) {
    target.execute(statements("platform.sql", ""));
  }

  /** The table that it moves to. */
  public String table() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The plan of the move.
   *
   * @param secret a file that holds the password of all three accounts
   */
  public String plan(Database source, Database target, Database store, String secret) {
    return resource("plan.yaml").text()
        + part("source", source, secret)
        + "  zone: Europe/London\n"
        + part("target", target, secret)
        + part("store", store, secret);
  }

  private static String part(String name, Database database, String secret) {
    return "%s:%n  jdbc: %s%n  user: %s%n  password: ${file:%s}%n"
        .formatted(name, database.jdbcUrl(), database.user(), secret);
  }

  private String[] statements(String resource, String rows) {
    return resource(resource).statements().stream()
        .map(statement -> statement.replace("${rows}", rows))
        .toArray(String[]::new);
  }

  private Script resource(String name) {
    return Script.of(BenchTable.class, table() + "/" + name);
  }
}
