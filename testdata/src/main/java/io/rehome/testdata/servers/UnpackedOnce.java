package io.rehome.testdata.servers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.jar.JarFile;

/**
 * Server programs, unpacked once for all projects and processes of a user: into {@code
 * $XDG_CACHE_HOME/rehome} ({@code ~/.cache/rehome}), or where the system property {@code
 * rehome.cache} says.
 */
final class UnpackedOnce {
  /** Writes files of the jar below a directory that exists and is empty. */
  interface Unpacking {
    void into(Path directory, JarFile jar) throws IOException;
  }

  private UnpackedOnce() {}

  /**
   * The directory with files of the jar that holds this resource: one for each name and content of
   * the resource, whatever jar it came in. Safe between processes.
   */
  static Path directory(String name, String resource, Unpacking unpacking) {
    URL url = UnpackedOnce.class.getResource(resource);
    if (url == null) {
      throw new IllegalStateException(resource + " is not on the class path");
    }
    try {
      JarURLConnection connection = (JarURLConnection) url.openConnection();
      Path directory = cache().resolve(name + "-" + checksum(connection));
      return Files.isDirectory(directory) ? directory : unpack(connection, directory, unpacking);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack " + url, e);
    }
  }

  private static String checksum(JarURLConnection connection) throws IOException {
    return Long.toHexString(connection.getJarEntry().getCrc());
  }

  private static Path unpack(JarURLConnection connection, Path directory, Unpacking unpacking) {
    Path lockFile = directory.resolveSibling(directory.getFileName() + ".lock");
    return Exclusive.holding(
        lockFile,
        () -> {
          try (JarFile jar = new JarFile(file(connection.getJarFileURL()))) {
            new WholeDirectory(directory).create(unfinished -> unpacking.into(unfinished, jar));
          }
          return directory;
        });
  }

  private static File file(URL jar) {
    return new File(URI.create(jar.toString())); // not its path: a blank in it is written %20
  }

  static void makeExecutable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
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
