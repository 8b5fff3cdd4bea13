package io.rehome.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A main class in a process of its own, with this process's class path. */
record JavaProcess(Class<?> main, String heap) {

  JavaProcess(Class<?> main) {
    this(main, "512m");
  }

  JavaProcess heap(String heap) {
    return new JavaProcess(main, heap);
  }

  /** Starts it; what it says is appended to {@code process.log} in its directory. */
  Process start(Path directory, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Duser.timezone=UTC", "-Xmx" + heap, "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(arguments);
    File log = directory.resolve("process.log").toFile();
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
        .start();
  }
}
