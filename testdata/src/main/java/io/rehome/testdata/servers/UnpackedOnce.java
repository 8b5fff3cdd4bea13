package io.rehome.testdata.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.jar.JarFile;

/**
 * Server programs, unpacked once for all projects and processes of a user: into {@code
 * $XDG_CACHE_HOME/rehome} ({@code ~/.cache/rehome}), or where the system property {@code
 * rehome.cache} says; a directory for each version of an artifact.
 */
final class UnpackedOnce {
  /** Writes files of the jar below a directory that exists and is empty. */
  interface Unpacking {
    void into(Path directory, JarFile jar) throws IOException;
  }

  private UnpackedOnce() {}

  /** The directory with the files of the jar that holds this resource. Safe between processes. */
  static Path directory(String resource, Unpacking unpacking) {
    URL url = UnpackedOnce.class.getResource(resource);
    if (url == null) {
      throw new IllegalStateException(resource + " is not on the class path");
    }
    try {
      return directory((JarURLConnection) url.openConnection(), unpacking);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack " + url, e);
    }
  }

  private static Path directory(JarURLConnection connection, Unpacking unpacking)
      throws IOException {
    Path jar = Path.of(connection.getJarFileURL().getPath());
    String name = jar.getFileName().toString().replaceAll("\\.jar$", "");
    Path directory = cache().resolve(name);
    if (Files.isDirectory(directory)) {
      return directory;
    }
    return Exclusive.holding(
        cache().resolve(name + ".lock"), () -> unpacked(jar, directory, unpacking));
  }

  static void makeExecutable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path unpacked(Path jar, Path directory, Unpacking unpacking) throws IOException {
    try (JarFile open = new JarFile(jar.toFile())) {
      new WholeDirectory(directory).create(unfinished -> unpacking.into(unfinished, open));
    }
    return directory;
  }

  private static Path cache() {
    return Optional.ofNullable(System.getProperty("rehome.cache"))
        .map(Path::of)
        .or(() -> Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).map(UnpackedOnce::below))
        .orElseGet(() -> below(System.getProperty("user.home") + "/.cache"));
  }

  private static Path below(String cache) {
    return Path.of(cache, "rehome");
  }
}
