package io.rehome.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Flink's client is told of a cluster: to notice within half a minute that the job manager is
 * gone. The runner takes it from a folder only. Not here: the restart strategy, which the client
 * cannot set for a batch job; it is the cluster's.
 */
final class ClusterSettings {
  private static final String TEXT =
      """
      rest.retry.max-attempts: 15
      rest.retry.delay: 2000
      """;

  private ClusterSettings() {}

  /** A folder with these settings, which vanishes with this process. */
  static Path folder() {
    try {
      Path folder = Files.createTempDirectory("rehome-flink-");
      folder.toFile().deleteOnExit();
      Path file = Files.writeString(folder.resolve("flink-conf.yaml"), TEXT);
      file.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
