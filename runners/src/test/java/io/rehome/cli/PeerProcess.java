package io.rehome.cli;

import io.rehome.testdata.servers.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A main class of the module of peers, in a process with that module's class path. */
record PeerProcess(String main, List<String> arguments) {
  private static final Path MODULE = Path.of("..", "testdata", "peers", "target").toAbsolutePath();

  /** What Spark reaches for in a JDK 17. */
  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.security.action",
          "sun.util.calendar");

  /** A peer that copies from one database into another. */
  static PeerProcess copying(String main, List<String> first, Database from, Database to) {
    List<String> arguments = new ArrayList<>(first);
    arguments.addAll(List.of(from.jdbcUrl(), from.user(), to.jdbcUrl(), to.user()));
    return new PeerProcess(main, arguments);
  }

  Process start(Path log) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Stream<String> options =
        OPENED.stream().map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED");
    List<String> command = new ArrayList<>(List.of(java, "-Xmx1g", "-Duser.timezone=UTC"));
    command.addAll(options.toList());
    command.addAll(List.of("-cp", classPath(), "io.rehome.testdata.peers." + main));
    command.addAll(arguments);
    return logged(command, log);
  }

  private static String classPath() throws IOException {
    return MODULE.resolve("classes") + ":" + Files.readString(MODULE.resolve("class-path")).strip();
  }

  /** Any program, whose words are appended to the log. */
  static Process logged(List<String> command, Path log) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }
}
