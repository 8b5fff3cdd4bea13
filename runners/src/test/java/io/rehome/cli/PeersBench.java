package io.rehome.cli;

import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import io.rehome.testdata.tables.BenchTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One wide table from MariaDB to PostgreSQL: Rehome's NORMAL, what others would use instead, and
 * the limits, each a process from its start to its end, in turns. Each copy is compared with what
 * Rehome moved. Written into docs/benchmarks.md; nothing about speed is asserted. Run with {@code
 * -Pbench}.
 */
final class PeersBench {
  private static final Map<String, Goal> PEERS =
      Map.of(
          Contenders.SPRING_BATCH, Goal.NORMAL_TO_SPRING_BATCH,
          Contenders.SPARK, Goal.NORMAL_TO_SPARK,
          Contenders.PGLOADER, Goal.NORMAL_TO_PGLOADER);

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("io.rehome.cli.Measured#rows")
  void besideEachOther(long rows) throws Exception {
    Contenders contenders = contenders(rows);
    Map<Contender, Laps> laps = new LinkedHashMap<>();
    contenders.all().forEach(contender -> laps.put(contender, new Laps()));
    for (int round = 1; round <= Integer.getInteger("rehome.bench.rounds", 3); round++) {
      for (Contender contender : List.copyOf(laps.keySet())) {
        System.out.println(contender.name() + ", round " + round);
        Measured.tidily(
            () ->
                lapOrNone(contender, contenders, rows)
                    .ifPresentOrElse(laps.get(contender)::add, () -> laps.remove(contender)));
      }
    }
    BenchPage.OF_DOCS.write(rows, laps);
    for (Experiment.On runner : Experiment.On.values()) {
      tell(rows, runner, laps);
    }
  }

  private static void tell(long rows, Experiment.On runner, Map<Contender, Laps> laps)
      throws Exception {
    Map<String, Double> seconds = new HashMap<>();
    laps.forEach((who, some) -> seconds.put(who.name(), some.median().costs().seconds()));
    double normal = seconds.get(Contenders.ours(runner, ""));
    GoalTable goals = GoalTable.of(rows);
    goals.tell(Goal.NORMAL, runner, normal, seconds.get(Contenders.COPY));
    double fingerprints = seconds.get(Contenders.ours(runner, Contenders.BY_FINGERPRINTS));
    goals.tell(Goal.FINGERPRINTS, runner, fingerprints, seconds.get(Contenders.COPY));
    for (Map.Entry<String, Goal> peer : PEERS.entrySet()) {
      if (seconds.containsKey(peer.getKey())) {
        goals.tell(peer.getValue(), runner, normal, seconds.get(peer.getKey()));
      }
    }
  }

  /** A peer that fails, or comes to no end, takes no further part. */
  private static Optional<Lap> lapOrNone(Contender contender, Contenders contenders, long rows)
      throws Exception {
    try {
      return Optional.of(lap(contender, contenders, rows));
    } catch (IllegalStateException e) {
      if (contender.name().equals(Contenders.OURS)) {
        throw e;
      }
      System.out.println(e.getMessage());
      return Optional.empty();
    }
  }

  /** The source, and a first move of it, which is not measured. */
  private Contenders contenders(long rows) throws Exception {
    Database source = TestServers.freshMariaDb();
    BenchTable.NOTICES.fill(source, rows);
    Database moved = platform();
    Path file = folder.resolve("notices.copy");
    Contenders contenders = new Contenders(folder, source, moved, file);
    Costs.of(contenders.rehome(moved, ""), 0);
    moved.execute("copy notices to '" + file + "'");
    return contenders;
  }

  private static Database platform() {
    Database target = TestServers.freshPostgres();
    BenchTable.NOTICES.createPlatform(target);
    return target;
  }

  private static Lap lap(Contender contender, Contenders contenders, long rows) throws Exception {
    Database target = contender.maps() ? platform() : TestServers.freshPostgres();
    Costs.Beginning beginning = contender.start().into(target);
    Measured.settle();
    long before = written(target);
    Costs costs = costs(contender, contenders, beginning);
    Lap lap = new Lap(costs, written(target) - before);
    requireCopy(contender, contenders, target, rows);
    System.out.println(costs);
    return lap;
  }

  private static Costs costs(Contender contender, Contenders contenders, Costs.Beginning beginning)
      throws Exception {
    try {
      return Costs.of(beginning, 0);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          contender.name() + " failed: " + Files.readString(contenders.log()), e);
    }
  }

  private static long written(Database database) throws Exception {
    return Long.parseLong(
        Journey.rows(database, "select (pg_current_wal_lsn() - '0/0')::bigint").get(0));
  }

  private static void requireCopy(
      Contender contender, Contenders contenders, Database target, long rows) throws Exception {
    String table = contender.maps() ? "notices" : contenders.source().name() + ".notices";
    String digest =
        contender.maps()
            ? "select count(*) || ' ' || sum(hashtextextended(t::text, 0)::numeric) from notices t"
            : "select count(*) from " + table;
    List<String> expected =
        contender.maps() ? Journey.rows(contenders.moved(), digest) : List.of(String.valueOf(rows));
    if (!Journey.rows(target, digest).equals(expected)) {
      throw new IllegalStateException(
          contender.name() + " made another copy; it said " + Files.readString(contenders.log()));
    }
  }
}
