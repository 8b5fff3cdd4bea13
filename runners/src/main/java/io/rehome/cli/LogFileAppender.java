package io.rehome.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Logs into {@link LogFile}, which is made with its first line: most commands log nothing. */
public final class LogFileAppender extends OutputStreamAppender<ILoggingEvent> {

  @Override
  public void start() {
    setOutputStream(new MadeWhenWritten(LogFile.named()));
    super.start();
  }

  private static final class MadeWhenWritten extends OutputStream {
    private final Path file;
    private @Nullable OutputStream out;

    MadeWhenWritten(Path file) {
      this.file = file;
    }

    @Override
    public void write(int b) throws IOException {
      opened().write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      opened().write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      if (out != null) {
        out.flush();
      }
    }

    @Override
    public void close() throws IOException {
      if (out != null) {
        out.close();
      }
    }

    private OutputStream opened() throws IOException {
      OutputStream open = out;
      if (open == null) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        open = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        out = open;
      }
      return open;
    }
  }
}
