package io.rehome.testdata.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A server's data directory, which exists complete or not at all. */
record DataDirectory(Path path) {
  static DataDirectory of(ServerSettings settings) {
    return new DataDirectory(settings.data());
  }

  /** Has it filled beside and renamed, unless it exists; what a killed attempt left is removed. */
  void create(Consumer<Path> filling) {
    if (Files.isDirectory(path)) {
      return;
    }
    Path unfinished = path.resolveSibling("data.unfinished");
    try {
      delete(unfinished);
      Files.createDirectories(unfinished);
      filling.accept(unfinished);
      Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes a directory and all that is in it, if it is there. */
  static void delete(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
