package io.rehome.testdata.servers;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a server keeps its files and listens, how long it lives, and which of its variables differ
 * from our defaults.
 *
 * @param directory holds data, log and pid file; kept when the server stops, reused at the next
 *     start. At most one server runs in it
 * @param port on the loopback interface; 0 means any free one
 * @param variables server variables by their own names, such as {@code max_connections}
 */
public record ServerSettings(
    Path directory, int port, Lifetime lifetime, Map<String, String> variables) {
  public ServerSettings {
    directory = directory.toAbsolutePath().normalize();
    variables = Map.copyOf(variables);
  }

  /** A server on any free port that stops with this JVM. */
  public static ServerSettings in(Path directory) {
    return new ServerSettings(directory, 0, new Lifetime.OfThisJvm(), Map.of());
  }

  public ServerSettings onPort(int newPort) {
    return new ServerSettings(directory, newPort, lifetime, variables);
  }

  /** On that port if nobody listens there, else on any free one. */
  public ServerSettings preferringPort(int wanted) {
    return onPort(FreePort.isFree(wanted) ? wanted : 0);
  }

  public ServerSettings living(Lifetime newLifetime) {
    return new ServerSettings(directory, port, newLifetime, variables);
  }

  public ServerSettings with(String variable, String value) {
    Map<String, String> more = new LinkedHashMap<>(variables);
    more.put(variable, value);
    return new ServerSettings(directory, port, lifetime, more);
  }

  ServerSettings onSomePort() {
    return port == 0 ? onPort(FreePort.next()) : this;
  }

  Path data() {
    return directory.resolve("data");
  }
}
