package io.rehome.testdata.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The place of this JVM's test servers: the first of {@code target/servers/0}, {@code 1} and so on
 * that no other JVM holds. What an earlier JVM left there is removed, its servers included.
 */
final class TestDirectory {
  // Never closed: the lock is ours until the JVM ends, in whatever way.
  private static final List<FileChannel> LOCKS = new ArrayList<>();
  private static final Path MINE;

  static {
    try {
      MINE = claim(Path.of("target", "servers").toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TestDirectory() {}

  /** A directory that does not exist yet. */
  static Path of(String server) {
    return MINE.resolve(server);
  }

  private static Path claim(Path all) throws IOException {
    Files.createDirectories(all);
    int number = 0;
    while (!locks(all.resolve(number + ".lock"))) {
      number++;
    }
    Path mine = all.resolve(String.valueOf(number));
    empty(mine);
    return mine;
  }

  private static boolean locks(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    LOCKS.add(channel);
    return channel.tryLock() != null;
  }

  private static void empty(Path directory) throws IOException {
    for (String server : List.of("mariadb", "postgres")) {
      ServerProcess.running(directory.resolve(server)).ifPresent(it -> it.end(Signal.KILL));
    }
    WholeDirectory.delete(directory);
  }
}
