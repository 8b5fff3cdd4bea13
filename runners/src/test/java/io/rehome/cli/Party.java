package io.rehome.cli;

import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.DatabaseServer;
import io.rehome.testdata.servers.FaultProxy;
import io.rehome.testdata.servers.MariaDbServer;
import io.rehome.testdata.servers.PostgresServer;
import io.rehome.testdata.servers.ServerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;

/** A database server that a drill may crash and start again, and the proxy before it. */
final class Party implements AutoCloseable {
  private static final String OTHERS =
      "select id from information_schema.processlist where id <> connection_id()"
          + " and user <> 'system user'";

  private static final int MOST_SEGMENTS = 20;
  private static final String SEGMENT_OF_LOG =
      "select pg_logical_emit_message(true, 'drill', repeat('x', 16000000))";

  private final Function<ServerSettings, ? extends DatabaseServer> program;
  private final ServerSettings settings;
  private final FaultProxy proxy;
  private final Optional<SmallDisk> disk;
  private DatabaseServer server;

  private Party(
      ServerSettings any,
      Function<ServerSettings, ? extends DatabaseServer> program,
      Optional<SmallDisk> disk)
      throws IOException {
    this.program = program;
    this.disk = disk;
    this.server = program.apply(any);
    this.settings = any.onPort(server.port());
    this.proxy = new FaultProxy(server.port());
  }

  static Party mariaDb(Path directory) throws IOException {
    return new Party(settings(directory), MariaDbServer::start, Optional.empty());
  }

  /** Likewise. */
  static Party mariaDbOnSmallDisk(Path directory) throws IOException {
    return onSmallDisk(settings(directory), directory, MariaDbServer::start);
  }

  static Party postgres(Path directory) throws IOException {
    return new Party(settings(directory), PostgresServer::start, Optional.empty());
  }

  /** One whose data and log share a small disk, mounted at the directory until this is closed. */
  static Party postgresOnSmallDisk(Path directory) throws IOException {
    return onSmallDisk(
        settings(directory).with("min_wal_size", "32MB").with("max_wal_size", "64MB"),
        directory,
        PostgresServer::start);
  }

  private static Party onSmallDisk(
      ServerSettings settings,
      Path directory,
      Function<ServerSettings, ? extends DatabaseServer> program)
      throws IOException {
    SmallDisk disk = SmallDisk.at(directory);
    try {
      return new Party(settings, program, Optional.of(disk));
    } catch (IOException | RuntimeException e) {
      disk.close();
      throw e;
    }
  }

  private static ServerSettings settings(Path directory) {
    return ServerSettings.in(directory).with("max_connections", "300");
  }

  SmallDisk disk() {
    return disk.orElseThrow();
  }

  FaultProxy proxy() {
    return proxy;
  }

  Database create(String name) {
    return server.createDatabase(name);
  }

  /** A copy of a database of PostgreSQL; whoever is connected to it is thrown out. */
  Database copy(Database template, String name) throws SQLException {
    endSessions();
    return ((PostgresServer) server).copy(template, name);
  }

  void drop(Database database) {
    server.dropDatabase(database.name());
  }

  void crash() {
    server.crash();
  }

  /** On the same port; nothing where it runs. */
  void startAgain() {
    if (!server.isAlive()) {
      server = program.apply(settings);
    }
  }

  /** Writes into PostgreSQL's log until there is no room for more of it. */
  void useUpLog() {
    try {
      for (int segment = 0; segment < MOST_SEGMENTS; segment++) {
        server.database("postgres").execute(SEGMENT_OF_LOG);
      }
    } catch (IllegalStateException full) {
      // That is what was wanted.
    }
  }

  /** Ends every session but ours, as an administrator would. */
  void endSessions() throws SQLException {
    if (server instanceof PostgresServer) {
      server
          .database("postgres")
          .execute(
              "select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                  + " where backend_type = 'client backend' and pid <> pg_backend_pid()");
    } else {
      endSessionsOfMariaDb();
    }
  }

  private void endSessionsOfMariaDb() throws SQLException {
    Database administration = server.database("mysql");
    for (String session : Journey.rows(administration, OTHERS)) {
      try {
        administration.execute("kill connection " + session);
      } catch (IllegalStateException gone) {
        // It had ended by itself.
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      proxy.close();
      server.close();
    } finally {
      if (disk.isPresent()) {
        disk.get().close();
      }
    }
  }
}
