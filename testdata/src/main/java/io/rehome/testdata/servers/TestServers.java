package io.rehome.testdata.servers;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * One MariaDB and one PostgreSQL for all tests of a JVM, each started when first asked for, with
 * empty data below {@code target/} of the module, and stopped with the JVM.
 */
public final class TestServers {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private TestServers() {}

  public static MariaDbServer mariaDb() {
    return MariaDb.SERVER;
  }

  public static PostgresServer postgres() {
    return Postgres.SERVER;
  }

  /** A new, empty database, with the account of the administrator. */
  public static Database freshMariaDb() {
    return mariaDb().createDatabase(nextName());
  }

  /** A new, empty database, with the account of the administrator. */
  public static Database freshPostgres() {
    return postgres().createDatabase(nextName());
  }

  /** A new database with all that is in this one, to which nobody is connected now. */
  public static Database copyOfPostgres(Database template) {
    return postgres().copy(template, nextName());
  }

  /** Each test's databases have pools of their own, which linger for a while. */
  private static ServerSettings settings(String folder) {
    return ServerSettings.in(TestDirectory.of(folder)).with("max_connections", "1000");
  }

  private static String nextName() {
    return "test_" + DATABASES.incrementAndGet();
  }

  private static final class MariaDb {
    static final MariaDbServer SERVER = MariaDbServer.start(settings("mariadb"));
  }

  private static final class Postgres {
    static final PostgresServer SERVER = PostgresServer.start(settings("postgres"));
  }
}
