package io.rehome.cli;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A job manager and two task managers, each a process, started by {@code runners/flink-cluster}.
 */
@SuppressWarnings("try") // close() waits for a process, and may be interrupted
record RealCluster(Path home, String host) implements AutoCloseable {

  static RealCluster start(Path home) throws Exception {
    return start(home, "127.0.0.1", 2);
  }

  /** With so many task managers, all listening on this address. */
  static RealCluster start(Path home, String host, int taskManagers) throws Exception {
    RealCluster cluster = new RealCluster(Files.createDirectories(home), host);
    cluster.script("start", String.valueOf(taskManagers));
    return cluster;
  }

  /** The command line of one more task manager, on a host that is known by this address. */
  List<String> taskManagerOn(String address) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Duser.timezone=UTC", "-Xmx896m", "-XX:MaxDirectMemorySize=256m"));
    for (String name : List.of("lang", "util", "net", "time")) {
      command.add("--add-opens=java.base/java." + name + "=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", home.resolve("conf") + File.pathSeparator + flink()));
    command.add("org.apache.flink.runtime.taskexecutor.TaskManagerRunner");
    command.addAll(List.of("--configDir", home.resolve("conf").toString()));
    command.addAll(List.of("-Dtaskmanager.host=" + address, "-Dtaskmanager.bind-host=" + address));
    return command;
  }

  /** The flags that send a run there. */
  List<String> flags() throws Exception {
    List<String> status = script("status").lines().toList();
    return List.of("--runner=FlinkRunner", status.get(status.size() - 1), "--parallelism=2");
  }

  /** Ends the process as a failing machine would, and starts another in its place. */
  void replace(String name) throws Exception {
    kill(name);
    if (name.equals("jobmanager")) {
      script("master");
    } else {
      script("add", name.replaceAll("\\D", ""));
    }
  }

  /** Whether both task managers are registered. */
  boolean hasWorkers() throws Exception {
    return hasWorkers(2);
  }

  /** Whether so many task managers are registered. */
  boolean hasWorkers(int taskManagers) throws Exception {
    try {
      return ask("/overview").contains("\"taskmanagers\":" + taskManagers + ",");
    } catch (IOException comingUp) {
      return false;
    }
  }

  boolean runsAJob() throws Exception {
    return ask("/jobs/overview").contains("\"state\":\"RUNNING\"");
  }

  /** The process of this name. */
  long pid(String name) throws IOException {
    return Long.parseLong(Files.readString(home.resolve(name + ".pid")).strip());
  }

  private void kill(String name) throws Exception {
    long pid = pid(name);
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    while (ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
      Thread.sleep(20);
    }
  }

  /** What the REST interface answers. */
  String ask(String path) throws Exception {
    String address = flags().get(1).replace("--flinkMaster=", "http://");
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  /** All that its processes logged. */
  String logs() throws IOException {
    StringBuilder logs = new StringBuilder();
    try (Stream<Path> files = Files.list(home)) {
      for (Path log : files.filter(file -> file.toString().endsWith(".log")).toList()) {
        logs.append(Files.readString(log));
      }
    }
    return logs.toString();
  }

  @Override
  public void close() throws Exception {
    script("stop");
  }

  private String script(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(Path.of("flink-cluster").toAbsolutePath() + ""));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("REHOME_FLINK_HOST", host);
    builder.environment().put("REHOME_FLINK_HOME", home.toString());
    builder.environment().put("REHOME_FLINK_CLASS_PATH", flink());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
    return said;
  }

  /** This process's class path without our classes and Beam's. */
  private static String flink() {
    String ours = ".*(rehome|beam-|classes|postgres|mariadb|junit|surefire|jackson-databind).*";
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            entry ->
                entry.endsWith(".jar") && !Path.of(entry).getFileName().toString().matches(ours))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
