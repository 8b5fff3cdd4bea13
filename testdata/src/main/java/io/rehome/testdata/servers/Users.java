package io.rehome.testdata.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The processes that use something together: a file for each use, named {@code pid-number} and
 * holding when that process began, since the system hands out pids again. A process that ends
 * without signing off is no user any more.
 */
public record Users(Path directory) {
  private static final AtomicInteger USES = new AtomicInteger();

  public Users {
    directory = directory.toAbsolutePath().normalize();
  }

  /** Enters this process; the file that is returned is to be given to {@link #signOff}. */
  public Path signOn() {
    ProcessHandle me = ProcessHandle.current();
    try {
      Files.createDirectories(directory);
      Path use = directory.resolve(me.pid() + "-" + USES.incrementAndGet());
      return Files.writeString(use, beginning(me));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void signOff(Path use) {
    delete(use);
  }

  /** Whether any use is left; forgets those of processes that have ended. */
  public boolean isEmpty() {
    uses().stream().filter(use -> !isAlive(use)).forEach(Users::delete);
    return uses().isEmpty();
  }

  private List<Path> uses() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isAlive(Path use) {
    long pid = Long.parseLong(use.getFileName().toString().replaceAll("-.*", ""));
    return ProcessHandle.of(pid)
        .filter(process -> beginning(process).equals(content(use)))
        .isPresent();
  }

  private static String beginning(ProcessHandle process) {
    return process.info().startInstant().map(Object::toString).orElse("");
  }

  private static String content(Path use) {
    try {
      return Files.readString(use);
    } catch (IOException signedOff) {
      return "signed off";
    }
  }

  private static void delete(Path use) {
    try {
      Files.deleteIfExists(use);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
