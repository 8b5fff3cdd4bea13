package io.rehome.testdata.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Work that only one thread of one process does at a time, agreed upon by a lock file. */
public final class Exclusive {
  /** What is done while the lock is held. */
  @FunctionalInterface
  public interface Work<T> {
    T done() throws IOException;
  }

  private Exclusive() {}

  /**
   * Waits for the lock, works, and releases it, however the work ends. The work may take other
   * locks, but not this one again.
   */
  // Synchronized as well as file-locked: a file lock of one JVM fails its second thread.
  public static synchronized <T> T holding(Path lockFile, Work<T> work) {
    try {
      Files.createDirectories(lockFile.toAbsolutePath().getParent());
      try (FileChannel channel =
              FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        assert lock.isValid();
        return work.done();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
