package io.rehome.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The file into which this process logs, made when the first line is written. logback.xml finds it
 * by a system property.
 */
final class LogFile {
  private static final String PROPERTY = "rehome.log";
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private LogFile() {}

  /** Names the file. Must come before the first logger. */
  static void name() {
    String name =
        NAME.format(LocalDateTime.now(ZoneOffset.UTC))
            + "-"
            + ProcessHandle.current().pid()
            + ".log";
    System.setProperty(PROPERTY, Path.of(".rehome", "logs", name).toString());
  }

  /** Where the log is, if anything was logged. */
  static Optional<Path> path() {
    return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).filter(Files::exists);
  }
}
