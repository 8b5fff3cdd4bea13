package io.rehome.testdata.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A server as a process of the operating system, as its pid file tells. The number alone proves
 * nothing, since the system hands out numbers again: it is trusted while the process of that number
 * names our directory on its command line.
 */
record ServerProcess(Path directory, long pid, int port) {
  private static final Duration MOMENT = Duration.ofMillis(5);
  private static final int LOOKS = 100;

  static Path pidFile(Path directory) {
    return directory.resolve("server.pid");
  }

  static Path log(Path directory) {
    return directory.resolve("server.log");
  }

  /** The server that runs in this directory, whoever started it. */
  static Optional<ServerProcess> running(Path directory) {
    return recorded(directory.toAbsolutePath().normalize()).filter(ServerProcess::isAlive);
  }

  /** The server that was last started in this directory; it may have ended. */
  static Optional<ServerProcess> recorded(Path directory) {
    try {
      String[] words = Files.readString(pidFile(directory)).strip().split(" ");
      return words.length == 2 ? Optional.of(parsed(directory, words)) : Optional.empty();
    } catch (IOException noSuchFile) {
      return Optional.empty();
    }
  }

  private static ServerProcess parsed(Path directory, String[] words) {
    return new ServerProcess(directory, Long.parseLong(words[0]), Integer.parseInt(words[1]));
  }

  /** A process that is about to become another program has no command line for a moment. */
  boolean isAlive() {
    for (int look = 0; look < LOOKS && ProcessHandle.of(pid).isPresent(); look++) {
      Optional<String> command =
          ProcessHandle.of(pid).flatMap(process -> process.info().commandLine());
      if (command.isPresent()) {
        return command.get().contains(directory.toString());
      }
      Patience.pause(MOMENT);
    }
    return false;
  }

  /** Sends the signal and returns when the process has ended. */
  void end(Signal signal) {
    if (isAlive()) {
      Command.of("sh", "-c", "kill -" + signal + " " + pid).run();
      Patience.until(() -> !isAlive(), () -> this + " does not stop: see " + log(directory));
    }
  }

  /** The end of the log, for messages. */
  String lastWords() {
    try {
      String log = Files.readString(log(directory));
      return log.substring(Math.max(0, log.length() - 2_000));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
