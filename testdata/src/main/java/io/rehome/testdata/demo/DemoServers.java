package io.rehome.testdata.demo;

import io.rehome.testdata.servers.Exclusive;
import io.rehome.testdata.servers.Lifetime;
import io.rehome.testdata.servers.MariaDbServer;
import io.rehome.testdata.servers.PostgresServer;
import io.rehome.testdata.servers.ServerSettings;
import io.rehome.testdata.servers.Users;
import java.nio.file.Path;

/**
 * The demo's MariaDB and PostgreSQL, shared by all processes that name the same directory. The
 * first user starts them; when the last one closes them, or its process ends in whatever way, they
 * stop. Data and ports stay from one start to the next, the ports as far as they are free.
 */
public final class DemoServers implements AutoCloseable {
  private final Path home;
  private final Users users;
  private final Path use;
  private final MariaDbServer mariaDb;
  private final PostgresServer postgres;

  private DemoServers(Path home) {
    this.home = home;
    this.users = new Users(home.resolve("users"));
    this.use = users.signOn();
    DemoPorts last = DemoPorts.read(portsFile());
    this.mariaDb = MariaDbServer.attachOrStart(mariaDbSettings(last));
    this.postgres = PostgresServer.attachOrStart(settings("postgres", last.postgres()));
    new DemoPorts(mariaDb.port(), postgres.port()).write(portsFile());
  }

  /**
   * Attaches to the servers below this directory, which is {@code .rehome}; starts them if need be.
   */
  public static DemoServers use(Path home) {
    return Exclusive.holding(lock(home), () -> new DemoServers(home));
  }

  public MariaDbServer mariaDb() {
    return mariaDb;
  }

  public PostgresServer postgres() {
    return postgres;
  }

  /** Signs off, and stops the servers if nobody else uses them. */
  @Override
  public void close() {
    Exclusive.holding(lock(home), this::stopIfLast);
  }

  private boolean stopIfLast() {
    users.signOff(use);
    boolean last = users.isEmpty();
    if (last) {
      mariaDb.close();
      postgres.close();
    }
    return last;
  }

  private ServerSettings mariaDbSettings(DemoPorts last) {
    return settings("mariadb", last.mariaDb()).with("innodb_log_file_size", "512M");
  }

  private ServerSettings settings(String name, int lastPort) {
    return ServerSettings.in(home.resolve(name))
        .preferringPort(lastPort)
        .living(Lifetime.of(users.directory()));
  }

  private Path portsFile() {
    return home.resolve("servers.properties");
  }

  private static Path lock(Path home) {
    return home.resolve("servers.lock");
  }
}
