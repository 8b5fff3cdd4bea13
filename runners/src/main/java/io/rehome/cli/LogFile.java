package io.rehome.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The file into which this process logs, if it logs anything: named for when it began. */
final class LogFile {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private LogFile() {}

  /** Its name, whether or not it is there. */
  static Path named() {
    ProcessHandle me = ProcessHandle.current();
    Instant began = me.info().startInstant().orElse(Instant.EPOCH);
    return Path.of(".rehome", "logs", NAME.format(began) + "-" + me.pid() + ".log");
  }

  /** Where the log is, if anything was logged. */
  static Optional<Path> written() {
    return Optional.of(named()).filter(Files::exists);
  }
}
