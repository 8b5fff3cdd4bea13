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
import java.util.function.Function;

/** A database server that a drill may crash and start again, and the proxy before it. */
final class Party implements AutoCloseable {
  private static final String OTHERS =
      "select id from information_schema.processlist where id <> connection_id()"
          + " and user <> 'system user'";

  private final Function<ServerSettings, ? extends DatabaseServer> program;
  private final ServerSettings settings;
  private final FaultProxy proxy;
  private DatabaseServer server;

  private Party(Path directory, Function<ServerSettings, ? extends DatabaseServer> program)
      throws IOException {
    ServerSettings any = ServerSettings.in(directory).with("max_connections", "300");
    this.program = program;
    this.server = program.apply(any);
    this.settings = any.onPort(server.port());
    this.proxy = new FaultProxy(server.port());
  }

  static Party mariaDb(Path directory) throws IOException {
    return new Party(directory, MariaDbServer::start);
  }

  static Party postgres(Path directory) throws IOException {
    return new Party(directory, PostgresServer::start);
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
    proxy.close();
    server.close();
  }
}
