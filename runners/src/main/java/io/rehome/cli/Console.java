package io.rehome.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a command writes: results to {@code out}, progress and problems to {@code err}.
 *
 * @param reader what reads {@code err}
 */
record Console(PrintWriter out, PrintWriter err, Reader reader) {

  /** What reads standard error. */
  enum Reader {
    TERMINAL,
    LOG
  }

  /** This process's own streams. */
  static Console ofProcess() {
    return new Console(writer(System.out), writer(System.err), readerOfStandardError());
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  /** Java tells only whether input and output are terminals, not standard error: Linux tells. */
  private static Reader readerOfStandardError() {
    try {
      String file = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty")
          ? Reader.TERMINAL
          : Reader.LOG;
    } catch (IOException | UnsupportedOperationException elsewhere) {
      return Reader.LOG;
    }
  }
}
