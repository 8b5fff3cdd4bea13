package io.rehome.cli;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A main class in a process of its own, with this process's class path. */
record JavaProcess(Class<?> main, List<String> options, Map<String, String> environment) {

  /** With little memory, and no compiler that would pay for itself only after a minute. */
  JavaProcess(Class<?> main) {
    this(main, List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"), Map.of());
  }

  /**
   * With so much heap, and the collector and the compiler that the launcher, ./rehome, asks for.
   */
  JavaProcess asLaunched(String heap) {
    Path launcher = Path.of("src/main/launcher").toAbsolutePath();
    return new JavaProcess(
        main,
        List.of(
            "-Xms" + heap,
            "-Xmx" + heap,
            "@" + launcher + "/gc.options",
            "@" + launcher + "/jit.options"),
        environment);
  }

  /** In a JVM that lives in this time zone, whatever the others live in. */
  JavaProcess inZone(String zone) {
    return with("-Duser.timezone=" + zone);
  }

  /** With another option of the JVM. */
  JavaProcess with(String option) {
    List<String> more = new ArrayList<>(options);
    more.add(option);
    return new JavaProcess(main, more, environment);
  }

  /** With these variables in its environment, besides ours. */
  JavaProcess in(Map<String, String> variables) {
    return new JavaProcess(main, options, variables);
  }

  /** The packages of the JDK that the launcher opens, as this process has them. */
  private static List<String> opens() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .toList();
  }

  /** Starts it; what it says is appended to {@code process.log} in its directory. */
  Process start(Path directory, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Duser.timezone=UTC");
    command.addAll(opens());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    File log = directory.resolve("process.log").toFile();
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().putAll(environment);
    return process
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
        .start();
  }
}
