package io.rehome.cli;

import io.rehome.testdata.demo.DemoPlatform;
import io.rehome.testdata.demo.Scale;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * NORMAL of the demo's marketplace, from the command's start to its end, beside PostgreSQL's own
 * COPY of the very rows that it loaded, from text files into equal empty tables with the same
 * constraints. The two alternate; the medians are printed, nothing is asserted. Run with {@code
 * -Pbench}.
 *
 * <p>{@code -Drehome.bench.rows=1000000,5000000 -Drehome.bench.rounds=3} are the defaults but for
 * the rows, of which one million is.
 */
final class NormalBench {
  private static final List<String> TABLES =
      List.of(
          "users",
          "pet_breeds",
          "categories",
          "listings",
          "listing_photos",
          "messages",
          "favourites",
          "payments",
          "stores",
          "store_staff",
          "page_views",
          "vouchers");

  @TempDir private Path folder;

  static List<Long> rows() {
    String rows = System.getProperty("rehome.bench.rows", "1000000");
    return Arrays.stream(rows.split(",")).map(Long::parseLong).toList();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void besideCopy(long rows) throws Exception {
    Journey journey = Journey.begin(folder.resolve("bench"), new Scale(rows));
    List<Double> normal = new ArrayList<>();
    List<Double> copy = new ArrayList<>();
    for (int round = 1; round <= Integer.getInteger("rehome.bench.rounds", 3); round++) {
      Journey fresh = journey.toAnotherPlatform("round-" + round);
      normal.add(seconds(() -> migrate(fresh)));
      copy.add(copySeconds(fresh));
      print(rows, round + ". round", normal.get(round - 1), copy.get(round - 1));
    }
    print(rows, "median", median(normal), median(copy));
  }

  private static void migrate(Journey journey) throws Exception {
    Process process =
        new JavaProcess(Rehome.class).heap("1g").start(journey.folder(), journey.migration());
    if (!process.waitFor(30, TimeUnit.MINUTES) || process.exitValue() != 2) {
      throw new IllegalStateException("the migration ended " + process.exitValue());
    }
  }

  private double copySeconds(Journey loaded) throws Exception {
    Database copies = TestServers.freshPostgres();
    DemoPlatform.create(copies);
    double seconds = 0;
    for (String table : TABLES) {
      Path file = loaded.folder().toAbsolutePath().resolve(table + ".copy");
      loaded.target().execute("copy " + table + " to '" + file + "'");
      seconds += seconds(() -> copies.execute(copyFrom(table, file)));
      Files.delete(file);
    }
    return seconds;
  }

  /** Rows that reference each other must come in one transaction; the demo's stores do. */
  private static String copyFrom(String table, Path file) {
    return "set session_replication_role = "
        + (table.startsWith("store") || table.equals("categories") ? "replica" : "origin")
        + "; copy "
        + table
        + " from '"
        + file
        + "'";
  }

  private static double seconds(Work work) throws Exception {
    long began = System.nanoTime();
    work.run();
    return (System.nanoTime() - began) / 1e9;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static void print(long rows, String what, double normal, double copy) {
    System.out.printf(
        Locale.ROOT,
        "%,d records, %s: NORMAL %.1f s (%,.0f rows/s), COPY of what it loaded %.1f s: ratio %.2f%n",
        rows,
        what,
        normal,
        rows / normal,
        copy,
        copy / normal);
  }

  private interface Work {
    void run() throws Exception;
  }
}
