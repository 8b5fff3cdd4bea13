package io.rehome.cli;

import com.google.common.collect.Sets;
import io.rehome.testdata.servers.TestServers;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What all benches share: how many rows they take, and their clock. */
final class Measured {
  private Measured() {}

  /** The sizes that {@code -Drehome.bench.rows=1000000,5000000} asks for. */
  static List<Long> rows() {
    String rows = System.getProperty("rehome.bench.rows", "1000000");
    return Arrays.stream(rows.split(",")).map(Long::parseLong).toList();
  }

  /** Each of these sizes on both runners, or on those of {@code -Drehome.bench.runners=DIRECT}. */
  static Stream<Arguments> runs() {
    String runners = System.getProperty("rehome.bench.runners", "DIRECT,FLINK");
    return rows().stream()
        .flatMap(
            rows ->
                Arrays.stream(runners.split(","))
                    .map(runner -> Arguments.of(rows, Experiment.On.valueOf(runner))));
  }

  /** How long it took, in seconds. */
  static double seconds(Work work) throws Exception {
    long began = System.nanoTime();
    work.run();
    return (System.nanoTime() - began) / 1e9;
  }

  /** Does it, and drops the databases that it made: the next one needs their place on the disk. */
  static void tidily(Work work) throws Exception {
    Set<String> before = databases();
    try {
      work.run();
    } finally {
      for (String made : Sets.difference(databases(), before)) {
        TestServers.mariaDb().dropDatabase(made);
        TestServers.postgres().dropDatabase(made);
      }
    }
  }

  /** Lets PostgreSQL do now what it would do in the background, while something is measured. */
  static void settle() throws Exception {
    for (String name : namesOfPostgres()) {
      TestServers.postgres().database(name).execute("vacuum (analyze)", "checkpoint");
    }
  }

  private static Set<String> databases() throws Exception {
    Set<String> names = new HashSet<>();
    names.addAll(
        Journey.rows(
            TestServers.mariaDb().database("information_schema"),
            "select schema_name from schemata"));
    names.addAll(namesOfPostgres());
    return names;
  }

  private static List<String> namesOfPostgres() throws Exception {
    return Journey.rows(
        TestServers.postgres().database("postgres"),
        "select datname from pg_database where datallowconn");
  }

  /** What is measured. */
  interface Work {
    void run() throws Exception;
  }
}
