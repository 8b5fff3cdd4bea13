package io.rehome.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Flink's client is told of a cluster: that a failed job is not restarted, since Flink would
 * begin from zero and the command goes on from what the store holds; and to notice within half a
 * minute that the job manager is gone. The runner takes both from a folder only.
 */
final class ClusterSettings {
  private static final String TEXT =
      """
      restart-strategy.type: none
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
