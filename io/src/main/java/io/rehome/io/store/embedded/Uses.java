package io.rehome.io.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Who uses the server: a file for each use, named {@code pid-number} and holding when that process
 * began, since the system hands out pids again. A process that ends in whatever way is no user any
 * more. Called while the directory's lock is held.
 */
record Uses(Path directory) {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** Enters this process; the file that is returned is given to {@link #signOff}. */
  Path signOn() throws IOException {
    ProcessHandle me = ProcessHandle.current();
    Files.createDirectories(directory);
    Path use = directory.resolve(me.pid() + "-" + NUMBER.incrementAndGet());
    return Files.writeString(use, beginning(me));
  }

  void signOff(Path use) throws IOException {
    Files.deleteIfExists(use);
  }

  /** Whether any is left; forgets those whose processes have ended. */
  boolean areLeft() throws IOException {
    boolean left = false;
    for (Path use : all()) {
      if (isAlive(use)) {
        left = true;
      } else {
        Files.deleteIfExists(use);
      }
    }
    return left;
  }

  private List<Path> all() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  private static boolean isAlive(Path use) throws IOException {
    String name = use.getFileName().toString();
    String began = Files.readString(use);
    return ProcessHandle.of(Long.parseLong(name.substring(0, name.indexOf('-'))))
        .filter(process -> beginning(process).equals(began))
        .isPresent();
  }

  private static String beginning(ProcessHandle process) {
    return process.info().startInstant().map(Object::toString).orElse("");
  }
}
