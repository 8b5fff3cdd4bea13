package io.rehome.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A command line as a process of its own, in a directory of its own. */
record Command(Process process, CompletableFuture<String> out, CompletableFuture<String> err) {

  /** How a process ended. */
  record End(int exit, String out, String err) {}

  static Command start(Path directory, String... args) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-Xmx1g", "-Duser.timezone=UTC", "-cp"));
    words.add(System.getProperty("java.class.path"));
    words.add(Rehome.class.getName());
    words.addAll(List.of(args));
    Process process = new ProcessBuilder(words).directory(directory.toFile()).start();
    return new Command(process, all(process.getInputStream()), all(process.getErrorStream()));
  }

  static End run(Path directory, String... args) throws Exception {
    return start(directory, args).end();
  }

  /** Sends SIGTERM. */
  void terminate() {
    process.destroy();
  }

  End end() throws Exception {
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("it does not end: " + err.get());
    }
    return new End(process.exitValue(), out.get(), err.get());
  }

  private static CompletableFuture<String> all(java.io.InputStream stream) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }
}
