package io.rehome.io.store.embedded;

import io.rehome.io.Account;
import io.rehome.io.DatabaseAddress;
import io.rehome.io.Secret;
import io.rehome.io.Store;
import io.rehome.io.store.PostgresStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The store of a working directory whose plan names none: a PostgreSQL under {@code .rehome/store},
 * kept from run to run. All processes of the directory share it: the first starts it, the last one
 * that closes it stops it, and one that a killed process left behind is used as it is. It listens
 * on the loopback interface and wants a password that only the directory's owner can read.
 *
 * <p>Workers on other machines cannot reach it.
 */
public final class EmbeddedStore implements AutoCloseable {
  private final Path directory;
  private final Path use;
  private final Store store;

  private EmbeddedStore(Path directory) throws IOException {
    this.directory = directory;
    Server server = new Server(directory);
    this.use = uses().signOn();
    this.store = new PostgresStore(address(server));
    store.upgrade();
  }

  /**
   * The store of this working directory, its server running and its schema current. The caller
   * closes it.
   *
   * @throws UncheckedIOException where the server cannot be started; the message names its log
   */
  public static EmbeddedStore of(Path workingDirectory) {
    Path directory = workingDirectory.toAbsolutePath().normalize().resolve(".rehome/store");
    try {
      return Directories.locked(lock(directory), () -> new EmbeddedStore(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** Whether this working directory has such a store already. */
  public static boolean existsIn(Path workingDirectory) {
    return Files.isDirectory(workingDirectory.resolve(".rehome/store/data"));
  }

  private static Path lock(Path directory) {
    return directory.resolve("lock");
  }

  private Uses uses() {
    return new Uses(directory.resolve("users"));
  }

  private DatabaseAddress address(Server server) throws IOException {
    String jdbc = "jdbc:postgresql://127.0.0.1:" + server.running() + "/postgres";
    return new DatabaseAddress(jdbc, new Account(Server.USER), secret(server.password()));
  }

  private static Secret secret(Path file) {
    return new Secret("${file:" + file + "}");
  }

  /** The store itself; it can be used until this is closed. */
  public Store store() {
    return store;
  }

  /** Signs off, and stops the server if nobody else uses it. */
  @Override
  public void close() {
    try {
      Directories.locked(lock(directory), this::signOff);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private boolean signOff() throws IOException {
    uses().signOff(use);
    boolean last = !uses().areLeft();
    if (last) {
      new Server(directory).stop();
    }
    return last;
  }
}
