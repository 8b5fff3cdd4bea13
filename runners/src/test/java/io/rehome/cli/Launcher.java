package io.rehome.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./rehome}, as its users start it: with its jar, its options for the JVM, and its archive
 * of classes. The jar must be there: benches run after it is packaged.
 */
final class Launcher {
  private static final Path SCRIPT = Path.of("../rehome").toAbsolutePath().normalize();
  private static final int SOME_ROWS = 1000;

  private static boolean isWarm;

  private Launcher() {}

  /** One whose first run, which writes the archive for the next ones, is over. */
  static synchronized Launcher warm() throws Exception {
    if (!isWarm) {
      isWarm = true;
      Path folder = Files.createTempDirectory(Path.of("target"), "warm").toAbsolutePath();
      NoticesMove.of(SOME_ROWS, Experiment.On.DIRECT, folder).seconds("migrate");
    }
    return new Launcher();
  }

  /** Starts it; what it says is appended to {@code process.log} in its directory. */
  Process start(Path directory, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
    command.addAll(arguments);
    ProcessBuilder process = new ProcessBuilder(command).directory(directory.toFile());
    process.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return process
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("process.log").toFile()))
        .start();
  }
}
