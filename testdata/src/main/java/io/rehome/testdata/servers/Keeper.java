package io.rehome.testdata.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The shell between this JVM and a server. It writes the pid file, reaps the server, and ends it
 * when its lifetime is over: when the pipe from this JVM breaks, or when a look at each second
 * finds no user alive. No hook of a JVM could do that, since none runs after a {@code kill -9}. It
 * is a session of its own, so that Ctrl-C on a terminal does not reach the server.
 */
final class Keeper {
  private static final String SCRIPT =
      """
      exec 3<&0
      pid_file=$1 port=$2 users=$3 stop=$4
      shift 4
      used() {
        for use in "$users"/*; do
          user=${use##*/}
          kill -0 "${user%%-*}" && return 0
        done
        return 1
      }
      "$@" </dev/null 3<&- &
      server=$!
      echo "$server $port" >"$pid_file"
      {
        if [ -z "$users" ]; then cat <&3; else exec 3<&-; fi
        while [ -n "$users" ] && { used || { sleep 1; used; }; }; do sleep 1; done
        kill "-$stop" "$server"
      } >/dev/null 2>&1 &
      watcher=$!
      exec 3<&-
      wait "$server"
      kill "$watcher" 2>/dev/null
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
    command.addAll(List.of(settings.lifetime().directory(), stop.name()));
    command.addAll(server);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectInput(Redirect.PIPE)
        .redirectOutput(Redirect.appendTo(ServerProcess.log(settings.directory()).toFile()));
  }
}
