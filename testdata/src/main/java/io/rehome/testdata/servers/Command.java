package io.rehome.testdata.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A program that runs to its end. */
record Command(List<String> words) {
  Command {
    words = List.copyOf(words);
  }

  static Command of(String... words) {
    return new Command(List.of(words));
  }

  /** The same program with another word. */
  Command with(String word) {
    return new Command(Stream.concat(words.stream(), Stream.of(word)).toList());
  }

  void run() {
    run("");
  }

  /** Runs the program; false if it does not end with 0. */
  boolean succeeds() {
    try {
      run();
      return true;
    } catch (IllegalStateException | UncheckedIOException e) {
      return false;
    }
  }

  /**
   * Runs the program with this text as its standard input.
   *
   * @throws IllegalStateException with all that it printed, if it does not end with 0
   */
  void run(String input) {
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      require(process.waitFor() == 0, printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void require(boolean succeeded, String printed) {
    if (!succeeded) {
      throw new IllegalStateException(words.get(0) + " failed: " + printed);
    }
  }
}
