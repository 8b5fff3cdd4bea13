package io.rehome.testdata.servers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real MariaDB 11.4. Its administrator is {@code root}, without a password. */
public final class MariaDbServer extends DatabaseServer {
  private static final Map<String, String> VARIABLES =
      Map.ofEntries(
          Map.entry("bind_address", "127.0.0.1"),
          Map.entry("socket", "mariadb.sock"),
          Map.entry("skip_name_resolve", "1"),
          Map.entry("ssl", "0"),
          Map.entry("character_set_server", "utf8mb4"),
          Map.entry("collation_server", "utf8mb4_general_ci"),
          Map.entry("default_time_zone", "+00:00"),
          Map.entry("local_infile", "1"),
          Map.entry("max_allowed_packet", "256M"),
          Map.entry("innodb_buffer_pool_size", "256M"),
          Map.entry("innodb_flush_log_at_trx_commit", "2"));

  private MariaDbServer(ServerProcess process) {
    super(process);
  }

  /** Starts a server on any free port that stops with this JVM. */
  public static MariaDbServer start(Path directory) {
    return start(ServerSettings.in(directory));
  }

  /** The server that runs and answers in that directory, whoever started it, or else a new one. */
  public static MariaDbServer attachOrStart(ServerSettings wanted) {
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
  public static MariaDbServer start(ServerSettings wanted) {
    ServerSettings settings = wanted.onSomePort();
    running(settings.directory()).ifPresent(DatabaseServer::close);
    MariaDbProgram program = MariaDbProgram.unpacked();
    new WholeDirectory(settings.data()).create(program::install);
    MariaDbServer server =
        new MariaDbServer(Keeper.start(settings, Signal.TERM, command(program, settings)));
    server.awaitAnswer();
    return server;
  }

  /** The server that runs in this directory, whoever started it; it may not answer. */
  public static Optional<MariaDbServer> running(Path directory) {
    return ServerProcess.running(directory).map(MariaDbServer::new);
  }

  @Override
  public String jdbcUrl(String database) {
    return "jdbc:mariadb://127.0.0.1:" + port() + "/" + database;
  }

  @Override
  public Database database(String name) {
    return new Database(jdbcUrl(name), "root", "");
  }

  @Override
  public Database createDatabase(String name) {
    administration().execute("create database " + quoted(name));
    return database(name);
  }

  @Override
  public void dropDatabase(String name) {
    administration().execute("drop database if exists " + quoted(name));
  }

  @Override
  public void createRole(String name, String password) {
    administration().execute("create user '%s'@'%%' identified by '%s'".formatted(name, password));
  }

  @Override
  public void dropRole(String name) {
    administration().execute("drop user if exists '%s'@'%%'".formatted(name));
  }

  @Override
  Database administration() {
    return database("mysql");
  }

  @Override
  Signal stopSignal() {
    return Signal.TERM;
  }

  @Override
  Signal crashSignal() {
    return Signal.KILL;
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  private static List<String> command(MariaDbProgram program, ServerSettings settings) {
    List<String> command = new ArrayList<>(program.command(settings.data()));
    VARIABLES.forEach((name, value) -> command.add("--" + name + "=" + value));
    settings.variables().forEach((name, value) -> command.add("--" + name + "=" + value));
    command.add("--port=" + settings.port());
    return command;
  }
}
