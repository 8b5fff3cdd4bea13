package io.rehome.cli;

import io.rehome.testdata.demo.DemoPlatform;
import io.rehome.testdata.demo.Scale;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import io.rehome.testdata.tables.BenchTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * NORMAL, from the command's start to its end, beside PostgreSQL's own COPY of the very rows that
 * it loaded, from text files into equal empty tables with the same constraints: of one wide table
 * without references, of a narrow one, and of the demo's marketplace. The two alternate; the
 * medians are printed, nothing is asserted. Run with {@code -Pbench}.
 *
 * <p>{@code -Drehome.bench.rows=1000000,5000000 -Drehome.bench.rounds=3} are the defaults but for
 * the rows, of which one million is.
 */
final class NormalBench {
  private static final List<String> DEMO_TABLES =
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

  @ParameterizedTest
  @MethodSource("io.rehome.cli.Measured#rows")
  void wideTableBesideCopy(long rows) throws Exception {
    compare("wide table", BenchTable.NOTICES, TestServers.freshMariaDb(), rows, "");
  }

  @ParameterizedTest
  @MethodSource("io.rehome.cli.Measured#rows")
  void wideTableByFingerprints(long rows) throws Exception {
    String keep = "  keep: fingerprints\n";
    compare(
        "wide table, " + keep.strip(), BenchTable.NOTICES, TestServers.freshMariaDb(), rows, keep);
  }

  @ParameterizedTest
  @MethodSource("io.rehome.cli.Measured#rows")
  void wideTableFromPostgres(long rows) throws Exception {
    compare(
        "wide table from PostgreSQL", BenchTable.NOTICES, TestServers.freshPostgres(), rows, "");
  }

  @ParameterizedTest
  @MethodSource("io.rehome.cli.Measured#rows")
  void narrowTableBesideCopy(long rows) throws Exception {
    compare("narrow table", BenchTable.FOLLOWS, TestServers.freshMariaDb(), rows, "");
  }

  @ParameterizedTest
  @MethodSource("io.rehome.cli.Measured#rows")
  void demoBesideCopy(long rows) throws Exception {
    Path place = folder.resolve(".rehome/demo"); // the launcher knows the demo by its place
    Journey first = Journey.begin(place.resolve("first"), new Scale(1_000));
    Costs.ofRehome(first.folder(), first.migration(), 2);
    Journey journey = Journey.begin(place.resolve("pets"), new Scale(rows));
    compare("demo, %,d records".formatted(rows), rows, round -> demo(journey, round));
  }

  private void compare(String what, BenchTable table, Database source, long rows, String keep)
      throws Exception {
    table.fill(source, rows);
    compare(
        "%s, %,d rows".formatted(what, rows), rows, round -> removal(table, source, keep, round));
  }

  private Removal removal(BenchTable table, Database source, String keep, String round)
      throws Exception {
    Path place = Files.createDirectories(folder.resolve(source.name() + "-" + round));
    Database target = TestServers.freshPostgres();
    Database copies = TestServers.freshPostgres();
    List.of(target, copies).forEach(table::createPlatform);
    Path plan = BenchPlan.write(place, table, source, target, keep);
    return new Removal(
        place,
        List.of("migrate", "--plan=" + plan, "--reports=" + place),
        0,
        target,
        copies,
        List.of(table.table()));
  }

  private static Removal demo(Journey journey, String round) throws Exception {
    Journey fresh = journey.toAnotherPlatform(round);
    Database copies = TestServers.freshPostgres();
    DemoPlatform.create(copies);
    return new Removal(fresh.folder(), fresh.migration(), 2, fresh.target(), copies, DEMO_TABLES);
  }

  private static void compare(String what, long rows, Making making) throws Exception {
    List<Pace> paces = new ArrayList<>();
    for (int round = 1; round <= Integer.getInteger("rehome.bench.rounds", 3); round++) {
      String name = "round-" + round;
      Measured.tidily(() -> paces.add(pace(making.removal(name))));
      paces.get(paces.size() - 1).print(what + ", " + name, rows);
    }
    paces.sort(Comparator.comparing(Pace::ratio));
    paces.get(paces.size() / 2).print(what + ", the median round", rows);
  }

  private static Pace pace(Removal removal) throws Exception {
    return new Pace(normal(removal), copySeconds(removal));
  }

  private static Costs normal(Removal removal) throws Exception {
    return Costs.ofRehome(removal.folder(), removal.arguments(), removal.exit());
  }

  private static double copySeconds(Removal moved) throws Exception {
    double seconds = 0;
    for (String table : moved.tables()) {
      Path file = moved.folder().toAbsolutePath().resolve(table + ".copy");
      moved.target().execute("copy " + table + " to '" + file + "'");
      long began = System.nanoTime();
      moved.copies().execute(copyFrom(table, file));
      seconds += since(began);
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

  private static double since(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  /** Makes a move to empty databases for a round. */
  private interface Making {
    Removal removal(String round) throws Exception;
  }

  /** What NORMAL took in one round, and the seconds of COPY. */
  private record Pace(Costs normal, double copy) {
    double ratio() {
      return copy / normal.seconds();
    }

    void print(String what, long rows) {
      System.out.printf(
          Locale.ROOT,
          "%s: NORMAL %s: %,.0f/s; COPY of what it loaded %.1f s: ratio %.2f%n",
          what,
          normal,
          rows / normal.seconds(),
          copy,
          ratio());
    }
  }
}
