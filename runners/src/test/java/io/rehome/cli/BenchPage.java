package io.rehome.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

/** The page that the bench writes; it has a section for some numbers of rows. Prints it besides. */
record BenchPage(Path page) {
  static final BenchPage OF_DOCS = new BenchPage(Path.of("../docs/benchmarks.md"));

  private static final String HEAD =
      """
      | | median, s | from – to | rows/s | Rehome is so many times as fast | processors: client, s | MariaDB, s | PostgreSQL, s | most memory of the client, MB | log written, MB |
      |---|---|---|---|---|---|---|---|---|---|
      """;

  void write(long rows, Map<Contender, Laps> laps) throws IOException {
    MarkedPart part = new MarkedPart(page, "bench of " + rows + " rows");
    String text = heading(laps) + HEAD + table(rows, laps);
    System.out.println(text);
    if (part.isThere()) {
      part.replace(text);
    }
  }

  private static String heading(Map<Contender, Laps> laps) throws IOException {
    int rounds = laps.values().iterator().next().count();
    return "%s, %s, %d processors, %s, JDK %s; %d rounds.%n%n"
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            System.getProperty("os.name") + " " + System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            processor(),
            Runtime.version(),
            rounds);
  }

  private static String processor() throws IOException {
    return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }

  private static String table(long rows, Map<Contender, Laps> laps) {
    double ours =
        laps.entrySet().stream()
            .filter(each -> each.getKey().name().equals(Contenders.OURS))
            .mapToDouble(each -> each.getValue().median().costs().seconds())
            .findFirst()
            .orElseThrow();
    StringBuilder table = new StringBuilder();
    laps.forEach((contender, some) -> table.append(row(contender, some, rows, ours)));
    return table.toString();
  }

  private static String row(Contender contender, Laps laps, long rows, double ours) {
    Lap median = laps.median();
    Costs costs = median.costs();
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %.1f – %.1f | %,.0f | %.2f | %.1f | %.1f | %.1f | %,d | %,d |%n",
        contender.name(),
        costs.seconds(),
        laps.fastest(),
        laps.slowest(),
        rows / costs.seconds(),
        costs.seconds() / ours,
        costs.ours(),
        costs.mariaDb(),
        costs.postgres(),
        costs.peakMb(),
        median.logBytes() / 1_000_000);
  }
}
