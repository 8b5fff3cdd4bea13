package io.rehome.testdata.servers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A real PostgreSQL 17. Its administrator is {@code postgres}; connections from this machine need
 * no password. It is as durable as in production ({@code fsync} is on), so that speeds are honest.
 */
public final class PostgresServer extends DatabaseServer {
  private static final Map<String, String> VARIABLES =
      Map.of(
          "listen_addresses", "127.0.0.1",
          "unix_socket_directories", "",
          "shared_buffers", "256MB",
          "max_wal_size", "4GB",
          "max_connections", "100",
          "timezone", "UTC");

  private PostgresServer(ServerProcess process) {
    super(process);
  }

  /** Starts a server on any free port that stops with this JVM. */
  public static PostgresServer start(Path directory) {
    return start(ServerSettings.in(directory));
  }

  /** The server that runs and answers in that directory, whoever started it, or else a new one. */
  public static PostgresServer attachOrStart(ServerSettings wanted) {
    return running(wanted.directory())
        .filter(DatabaseServer::answersInTheEnd)
        .orElseGet(() -> start(wanted));
  }

  /**
   * Starts a server and returns when it answers. A server that still runs in that directory is
   * stopped first.
   *
   * @throws IllegalStateException with the end of its log, if it does not start
   */
  public static PostgresServer start(ServerSettings wanted) {
    ServerSettings settings = wanted.onSomePort();
    running(settings.directory()).ifPresent(DatabaseServer::close);
    PostgresProgram program = PostgresProgram.unpacked();
    new WholeDirectory(settings.data()).create(program::initialize);
    PostgresServer server =
        new PostgresServer(Keeper.start(settings, Signal.INT, command(program, settings)));
    server.awaitAnswer();
    return server;
  }

  /** The server that runs in this directory, whoever started it; it may not answer. */
  public static Optional<PostgresServer> running(Path directory) {
    return ServerProcess.running(directory).map(PostgresServer::new);
  }

  @Override
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
  }

  @Override
  public Database database(String name) {
    return new Database(jdbcUrl(name), "postgres", "");
  }

  @Override
  public Database createDatabase(String name) {
    administration().execute("create database " + quoted(name));
    return database(name);
  }

  /** Makes a copy of a database that nobody is connected to. */
  public Database copy(Database template, String name) {
    administration()
        .execute("create database %s template %s".formatted(quoted(name), quoted(template.name())));
    return database(name);
  }

  @Override
  public void dropDatabase(String name) {
    administration().execute("drop database if exists " + quoted(name) + " with (force)");
  }

  @Override
  public void createRole(String name, String password) {
    administration()
        .execute("create role %s login password '%s'".formatted(quoted(name), password));
  }

  @Override
  public void dropRole(String name) {
    administration().execute("drop role if exists " + quoted(name));
  }

  @Override
  Database administration() {
    return database("postgres");
  }

  @Override
  Signal stopSignal() {
    return Signal.INT;
  }

  @Override
  Signal crashSignal() {
    return Signal.QUIT;
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  private static List<String> command(PostgresProgram program, ServerSettings settings) {
    String data = settings.data().toString();
    String port = String.valueOf(settings.port());
    List<String> command = new ArrayList<>(program.command("postgres", "-D", data, "-p", port));
    VARIABLES.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    settings
        .variables()
        .forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    return command;
  }
}
