package io.rehome.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Our defaults for a runner's flags. The DirectRunner is freed of its checks of user code, which
 * tests keep on. It gets one worker more than this machine has cores, since one waits for a commit
 * now and then; Flink in this JVM as many as there are, and a cluster, which knows its own, is sent
 * our classes.
 */
final class RunnerDefaults {
  private static final Pattern OURS = Pattern.compile("\\[?(local|auto)?]?");
  private final List<String> flags;

  private RunnerDefaults(List<String> flags) {
    this.flags = flags;
  }

  static RunnerDefaults of(List<String> flags) {
    return new RunnerDefaults(flags);
  }

  /** The flags given, and our defaults for those that are not. */
  List<String> complete() {
    List<String> complete = new ArrayList<>(flags);
    defaults().entrySet().stream()
        .filter(entry -> value(entry.getKey()).isEmpty())
        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
        .sorted()
        .forEach(complete::add);
    return List.copyOf(complete);
  }

  /** Whether all workers are in this JVM. */
  boolean isLocal() {
    return !isFlink() || OURS.matcher(value("flinkMaster")).matches();
  }

  private Map<String, String> defaults() {
    int cores = Runtime.getRuntime().availableProcessors();
    if (!isFlink()) {
      return Map.of(
          "runner", "DirectRunner",
          "targetParallelism", Integer.toString(cores + 1),
          "enforceImmutability", "false",
          "enforceEncodability", "false");
    }
    return isLocal()
        ? Map.of(
            "flinkMaster",
            "[local]",
            "parallelism",
            Integer.toString(cores),
            "objectReuse",
            "true",
            "fasterCopy",
            "true")
        : ofCluster();
  }

  private Map<String, String> ofCluster() {
    Map<String, String> defaults =
        new HashMap<>(Map.of("objectReuse", "true", "fasterCopy", "true"));
    defaults.put(
        "filesToStage", String.join(",", StagedFiles.of(System.getProperty("java.class.path"))));
    if (value("flinkConfDir").isEmpty()) {
      defaults.put("flinkConfDir", ClusterSettings.folder().toString());
    }
    return defaults;
  }

  private boolean isFlink() {
    return value("runner").endsWith("FlinkRunner");
  }

  private String value(String name) {
    String start = "--" + name + "=";
    return flags.stream()
        .filter(flag -> flag.startsWith(start))
        .map(flag -> flag.substring(start.length()))
        .reduce("", (first, last) -> last);
  }
}
