package io.rehome.pipelines;

import com.google.common.base.Throwables;
import java.util.List;

/** A run that ended because a JVM had not memory enough for the records that it held at once. */
public final class HeapTooSmall {
  private static final int MEGABYTE = 1 << 20;

  /** The second is what the MariaDB driver calls a row of more than a quarter of the heap. */
  private static final List<String> SIGNS =
      List.of("java.lang.OutOfMemoryError", "org.mariadb.jdbc.export.MaxAllowedPacketException");

  private HeapTooSmall() {}

  /** Whether that is behind this failure, be it a worker's, of which only the words came here. */
  public static boolean isBehind(Throwable failure) {
    return Throwables.getCausalChain(failure).stream()
        .map(Throwable::toString)
        .anyMatch(text -> SIGNS.stream().anyMatch(text::contains));
  }

  /** What happened and what to do, for a person. */
  public static String sentence() {
    long megabytes = Runtime.getRuntime().maxMemory() / MEGABYTE;
    return "Java's memory, %,d MB here, is too small for the records; give it more, such as REHOME_JAVA_OPTS=-Xmx%dm, and as much to Flink's task managers"
        .formatted(megabytes, 2 * megabytes);
  }
}
