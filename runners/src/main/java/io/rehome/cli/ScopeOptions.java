package io.rehome.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which records a run is about. */
final class ScopeOptions {
  @Option(
      names = "--entities",
      paramLabel = "ENTITY",
      split = ",",
      description = "Only these entities, by comma.")
  private List<String> entities = new ArrayList<>();

  @Option(
      names = "--keys",
      paramLabel = "KEY",
      description =
          "Only the records of these source keys, by comma; of the one entity that --entities"
              + " names. A composite key is an option of its own: --keys='[\"3\",\"9\"]'.")
  private List<String> keys = new ArrayList<>();

  /** The entities' names; empty = all. */
  List<String> entities() {
    return entities;
  }

  /** The texts of the keys; empty = all. */
  List<String> keys() {
    return keys.stream().flatMap(ScopeOptions::split).toList();
  }

  List<String> problems() {
    return !keys.isEmpty() && entities.size() != 1
        ? List.of("--keys: say of which entity, with --entities=ENTITY (exactly one)")
        : List.of();
  }

  private static Stream<String> split(String keys) {
    return keys.startsWith("[") ? Stream.of(keys) : Stream.of(keys.split(","));
  }
}
