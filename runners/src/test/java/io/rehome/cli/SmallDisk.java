package io.rehome.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A disk of a few hundred megabytes, in memory, that can be filled to its last byte. Only root can
 * mount one, and not everywhere.
 */
final class SmallDisk implements AutoCloseable {
  private static final String SIZE = "size=600m";
  private static final String LARGER = "size=1200m";

  private final Path place;

  private SmallDisk(Path place) {
    this.place = place;
  }

  /** Mounts one at this directory, which is made. */
  static SmallDisk at(Path place) throws IOException {
    Files.createDirectories(place);
    if (!run("mount", "-t", "tmpfs", "-o", SIZE, "rehome-drill", place.toString())) {
      throw new IOException("a disk cannot be mounted at " + place);
    }
    return new SmallDisk(place);
  }

  /** Whether this user can mount one on this machine. */
  static boolean isPermitted() throws IOException {
    Path place = Files.createTempDirectory("small-disk");
    try {
      at(place).close();
      return true;
    } catch (IOException notPermitted) {
      return false;
    } finally {
      Files.delete(place);
    }
  }

  /** Takes all that is left of it. */
  void fill() throws IOException {
    try (OutputStream filler = Files.newOutputStream(filler())) {
      fill(filler, new byte[1 << 16]);
    }
  }

  private static void fill(OutputStream filler, byte[] block) {
    try {
      while (true) {
        filler.write(block);
      }
    } catch (IOException full) {
      // That is what was wanted.
    }
  }

  /** Gives back what {@link #fill} took; the disk is as large as it was made. */
  void free() throws IOException {
    Files.deleteIfExists(filler());
    resize(SIZE);
  }

  /** Makes it twice as large, under those who use it. */
  void enlarge() throws IOException {
    resize(LARGER);
  }

  private void resize(String size) throws IOException {
    if (!run("mount", "-o", "remount," + size, place.toString())) {
      throw new IOException("the disk at " + place + " cannot become of " + size);
    }
  }

  private Path filler() {
    return place.resolve("filler");
  }

  /** Unmounts it, at the latest when nobody has a file open there any more. */
  @Override
  public void close() throws IOException {
    if (!run("umount", "--lazy", place.toString())) {
      throw new IOException("the disk is still mounted at " + place);
    }
  }

  private static boolean run(String... command) throws IOException {
    Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.onExit().join().exitValue() == 0;
  }
}
