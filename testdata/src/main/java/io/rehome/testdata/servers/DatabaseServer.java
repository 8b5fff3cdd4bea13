package io.rehome.testdata.servers;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** A server that listens on the loopback interface and has answered. */
public abstract sealed class DatabaseServer implements AutoCloseable
    permits MariaDbServer, PostgresServer {
  private final ServerProcess process;

  DatabaseServer(ServerProcess process) {
    this.process = process;
  }

  public final int port() {
    return process.port();
  }

  public final long pid() {
    return process.pid();
  }

  public final Path directory() {
    return process.directory();
  }

  public final boolean isAlive() {
    return process.isAlive();
  }

  public abstract String jdbcUrl(String database);

  /** The database of that name, with the account of the administrator; it need not exist. */
  public abstract Database database(String name);

  /** Makes an empty database; fails if there is one of that name. */
  public abstract Database createDatabase(String name);

  /** Drops the database if it exists; breaks the connections to it. */
  public abstract void dropDatabase(String name);

  /** Makes an account that may log in and do nothing else. */
  public abstract void createRole(String name, String password);

  /** Drops the account if it exists; its databases are to be dropped first. */
  public abstract void dropRole(String name);

  /** Ends the server as a crash would: nothing is flushed, every connection breaks. */
  public final void crash() {
    process.end(crashSignal());
  }

  /** Stops the server in order and returns when it has ended. Its data stay. Twice is harmless. */
  @Override
  public final void close() {
    process.end(stopSignal());
  }

  abstract Database administration();

  abstract Signal stopSignal();

  abstract Signal crashSignal();

  /** Returns when the server answers; fails with its last words if it ends before that. */
  final void awaitAnswer() {
    if (!answersInTheEnd()) {
      throw new IllegalStateException(process + " has ended: " + process.lastWords());
    }
  }

  /** Waits for an answer; false if the server ends before that. */
  final boolean answersInTheEnd() {
    Patience.until(
        () -> answers() || !isAlive(),
        () -> "no answer from " + process + ": " + process.lastWords());
    return isAlive();
  }

  private boolean answers() {
    try (Connection connection = administration().connect()) {
      return connection.isValid(0);
    } catch (SQLException notYet) {
      return false;
    }
  }
}
