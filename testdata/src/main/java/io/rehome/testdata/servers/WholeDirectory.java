package io.rehome.testdata.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory that exists complete or not at all. */
record WholeDirectory(Path path) {
  /** Writes the content into a directory that exists and is empty. */
  interface Filling {
    void into(Path directory) throws IOException;
  }

  /** Has it filled beside and renamed, unless it exists; what a killed attempt left is removed. */
  void create(Filling filling) {
    if (Files.isDirectory(path)) {
      return;
    }
    Path unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
    try {
      delete(unfinished);
      Files.createDirectories(unfinished);
      filling.into(unfinished);
      if (!Files.isDirectory(path)) {
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + path, e);
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
