package io.rehome.testdata.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The shell between this JVM and a server. It writes the pid file, reaps the server and, where the
 * server is to live with this JVM, ends it when the pipe from the JVM breaks: no hook of ours runs
 * after a {@code kill -9}. It is a session of its own, so that Ctrl-C does not reach the server.
 */
final class Keeper {
  private static final String SCRIPT =
      """
      exec 3<&0
      pid_file=$1 port=$2 lifetime=$3 stop=$4
      shift 4
      "$@" </dev/null 3<&- &
      server=$!
      echo "$server $port" >"$pid_file"
      if [ "$lifetime" = JVM ]; then
        { cat <&3; kill "-$stop" "$server"; } >/dev/null 2>&1 &
      fi
      exec 3<&-
      wait "$server"
      """;

  private Keeper() {}

  /** Starts the server; it may not answer yet, or may end at once. */
  static ServerProcess start(ServerSettings settings, Signal stop, List<String> server) {
    Path directory = settings.directory();
    try {
      Files.deleteIfExists(ServerProcess.pidFile(directory));
      shell(settings, stop, server).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Patience.until(
        () -> ServerProcess.recorded(directory).isPresent(), () -> "no pid file in " + directory);
    return ServerProcess.recorded(directory).orElseThrow();
  }

  private static ProcessBuilder shell(ServerSettings settings, Signal stop, List<String> server) {
    List<String> command = new ArrayList<>(List.of("setsid", "sh", "-c", SCRIPT, "keeper"));
    command.add(ServerProcess.pidFile(settings.directory()).toString());
    command.add(String.valueOf(settings.port()));
    command.addAll(List.of(settings.lifetime().name(), stop.name()));
    command.addAll(server);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectInput(Redirect.PIPE)
        .redirectOutput(Redirect.appendTo(ServerProcess.log(settings.directory()).toFile()));
  }
}
