package io.rehome.io.store.embedded;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The PostgreSQL of one directory, as its {@code postmaster.pid} tells: whichever process started
 * it. Called while the directory's lock is held.
 */
final class Server {
  static final String USER = "rehome";
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int PID = 0;
  private static final int PORT = 3;
  private static final int STATUS = 7;

  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "shared_buffers=256MB",
          "max_wal_size=4GB",
          "checkpoint_timeout=15min",
          "max_connections=100",
          "timezone=UTC",
          "log_timezone=UTC");

  private final Path directory;

  Server(Path directory) {
    this.directory = directory;
  }

  private Path data() {
    return directory.resolve("data");
  }

  private Path log() {
    return directory.resolve("server.log");
  }

  /** Where the password is kept, readable by its owner alone. */
  Path password() {
    return directory.resolve("password");
  }

  /** The port of the server that runs, or of the one that is started. */
  int running() throws IOException {
    if (status().filter(Server::isReady).isEmpty()) {
      start();
    }
    return Integer.parseInt(status().orElseThrow().get(PORT));
  }

  /** The lines of postmaster.pid, where its process is alive and is ours. */
  private Optional<List<String>> status() throws IOException {
    Path file = data().resolve("postmaster.pid");
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    return lines.isEmpty() || process(lines).isEmpty() ? Optional.empty() : Optional.of(lines);
  }

  /** The number alone proves nothing, since the system hands out numbers again. */
  private Optional<ProcessHandle> process(List<String> lines) {
    return ProcessHandle.of(Long.parseLong(lines.get(PID).strip()))
        .filter(process -> process.info().commandLine().orElse("").contains(data().toString()));
  }

  private static boolean isReady(List<String> lines) {
    return lines.size() > STATUS && lines.get(STATUS).strip().equals("ready");
  }

  private void start() throws IOException {
    stop();
    Programs programs = Programs.unpacked();
    if (!Files.isDirectory(data())) {
      initialize(programs);
    }
    Files.deleteIfExists(data().resolve("postmaster.pid"));
    Process process = launch(programs);
    await(
        () -> status().filter(Server::isReady).isPresent() || !process.isAlive(),
        "did not answer in time");
    if (!process.isAlive()) {
      throw new IOException("the embedded PostgreSQL did not start: see " + log());
    }
  }

  /** A session of its own, so that Ctrl-C on a terminal does not reach it. */
  private Process launch(Programs programs) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("-D", data().toString(), "-p", String.valueOf(freePort())));
    SETTINGS.forEach(setting -> arguments.addAll(List.of("-c", setting)));
    List<String> command = new ArrayList<>(List.of("setsid", "--wait"));
    command.addAll(programs.command("postgres", arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(Redirect.appendTo(log().toFile()))
        .start();
  }

  /** Beside and then renamed: a data directory is there complete or not at all. */
  private void initialize(Programs programs) throws IOException {
    Path unfinished = directory.resolve("data.unfinished");
    Directories.delete(unfinished);
    writePassword();
    List<String> arguments =
        List.of(
            "--pgdata=" + unfinished,
            "--username=" + USER,
            "--auth=scram-sha-256",
            "--pwfile=" + password(),
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8");
    Process process =
        new ProcessBuilder(programs.command("initdb", arguments))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log().toFile()))
            .start();
    await(() -> !process.isAlive(), "could not be initialised in time");
    if (process.exitValue() != 0) {
      throw new IOException("the embedded PostgreSQL could not be initialised: see " + log());
    }
    Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void writePassword() throws IOException {
    Files.deleteIfExists(password());
    Files.createFile(
        password(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    Files.writeString(password(), HexFormat.of().formatHex(random));
  }

  /** Below the range from which the kernel takes the ports of outgoing connections. */
  private static int freePort() throws IOException {
    int port = ThreadLocalRandom.current().nextInt(12_000, 32_000);
    while (!isFree(port)) {
      port = ThreadLocalRandom.current().nextInt(12_000, 32_000);
    }
    return port;
  }

  private static boolean isFree(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (BindException taken) {
      return false;
    }
  }

  /** Stops the server in order, if one runs: sessions are ended, all is on disk. */
  void stop() throws IOException {
    Optional<ProcessHandle> process = status().flatMap(this::process);
    if (process.isPresent()) {
      new ProcessBuilder("kill", "-INT", String.valueOf(process.get().pid())).start();
      await(() -> !process.get().isAlive(), "did not stop in time");
    }
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private void await(Condition condition, String complaint) throws IOException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new IOException("the embedded PostgreSQL " + complaint + ": see " + log());
      }
      pause();
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the embedded PostgreSQL starts or stops", e);
    }
  }
}
