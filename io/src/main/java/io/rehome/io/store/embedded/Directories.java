package io.rehome.io.store.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is done to directories that several processes share. */
final class Directories {
  private Directories() {}

  /** Work that one process at a time does. */
  @FunctionalInterface
  interface Work<T> {
    T done() throws IOException;
  }

  /**
   * Does the work while this process holds the lock file. Synchronized as well: a file lock of one
   * JVM fails its second thread.
   */
  static synchronized <T> T locked(Path lockFile, Work<T> work) throws IOException {
    Files.createDirectories(lockFile.getParent());
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (!lock.isValid()) {
        throw new IOException("the lock " + lockFile + " was lost");
      }
      return work.done();
    }
  }

  /** Deletes a directory and all that is in it, if it is there. */
  static void delete(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      for (Path file : deepestFirst(directory)) {
        Files.delete(file);
      }
    }
  }

  private static List<Path> deepestFirst(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
