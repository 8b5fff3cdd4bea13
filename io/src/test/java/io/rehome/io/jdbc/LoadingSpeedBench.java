package io.rehome.io.jdbc;

import static io.rehome.io.jdbc.TargetFixture.FENCE;

import io.rehome.io.Upload;
import io.rehome.io.Upload.Claim;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.TargetKey;
import io.rehome.testdata.servers.TestServers;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/**
 * Compares loading with one COPY FROM of the same rows from a text file. Not run by default: {@code
 * ./mvnw -pl io -am test -Dtest=LoadingSpeedBench -Dsurefire.failIfNoSpecifiedTests=false}
 */
final class LoadingSpeedBench {
  private static final long ROWS = Long.getLong("rehome.bench.rows", 1_000_000);
  private static final int THREADS = 2;
  private static final double TICKS = 100.0;

  private final TargetFixture fixture =
      new TargetFixture(
          """
          create table members (
            id bigint primary key, email varchar(80) unique, name text not null, about text,
            country char(2), balance numeric(12,2), active boolean not null, born date,
            joined timestamptz not null, visits integer)
          """);
  private final DocumentShape members = fixture.shape("members");

  @Test
  void compareWithCopy() throws Exception {
    Path file = Path.of("target", "members.copy").toAbsolutePath();
    load("warm-up", 1_000, this::fresh);
    Files.deleteIfExists(file);
    fixture.database.execute("copy members to '" + file + "'");
    double copy = 0;
    for (int round = 0; round < 2; round++) {
      fixture.database.execute("truncate members", "checkpoint");
      copy = report("COPY FROM text file", () -> copyFrom(file), 0);
    }
    for (int page : new int[] {1_000, 2_000, 5_000, 1_000, 2_000, 5_000}) {
      fixture.database.execute("truncate members", "checkpoint");
      report("new rows, pages of " + page, () -> run(page, this::fresh), copy);
    }
    report("second load, all equal, pages of 1000", () -> run(1_000, this::perhaps), copy);
    fixture.database.execute("truncate members", "checkpoint");
    report("arrays, pages of 1000", () -> run(1_000, this::perhaps), copy);
    fixture.database.execute(
        "truncate members",
        "checkpoint",
        "alter system set synchronous_commit = off",
        "select pg_reload_conf()");
    report("new rows, pages of 1000, commits unsynced", () -> run(1_000, this::fresh), copy);
    Files.deleteIfExists(file);
  }

  private Void copyFrom(Path file) {
    fixture.database.execute("copy members from '" + file + "'");
    return null;
  }

  private void load(String what, int page, LongFunction<Upload> upload) throws Exception {
    report(what, () -> run(page, upload), 0);
  }

  private double report(String what, Callable<Void> work, double copy) throws Exception {
    double cpu = cpu();
    double java = java();
    long start = System.nanoTime();
    work.call();
    double wall = (System.nanoTime() - start) / 1e9;
    double used = cpu() - cpu;
    double ours = java() - java;
    System.out.printf(
        "%-40s wall %6.2f s  cpu %6.2f s (java %5.2f)  %7.0f rows/s  %s%n",
        what,
        wall,
        used,
        ours,
        ROWS / wall,
        copy > 0 ? "COPY/this by CPU %.2f".formatted(copy / used) : "");
    return used;
  }

  private Void run(int page, LongFunction<Upload> upload) throws Exception {
    var pool = Executors.newFixedThreadPool(THREADS);
    List<Callable<Void>> parts = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      long from = ROWS / THREADS * thread;
      parts.add(() -> part(from, from + ROWS / THREADS, page, upload));
    }
    for (var done : pool.invokeAll(parts)) {
      done.get();
    }
    pool.shutdown();
    return null;
  }

  private Void part(long from, long to, int page, LongFunction<Upload> upload) {
    try (var loading = fixture.target.open(FENCE)) {
      List<Upload> uploads = new ArrayList<>();
      for (long id = from; id < to; id++) {
        uploads.add(upload.apply(id));
        if (uploads.size() == page || id == to - 1) {
          loading.load(members, uploads);
          uploads.clear();
        }
      }
    }
    return null;
  }

  private Upload fresh(long id) {
    return new Upload(new TargetKey(Long.toString(id)), member(id), List.of(), Claim.AS_CONFIRMED);
  }

  private Upload perhaps(long id) {
    Document member = member(id);
    return new Upload(
        new TargetKey(Long.toString(id)), member, List.of(member), Claim.PERHAPS_HELD);
  }

  private static final String ABOUT = "Keeps two cats and a very old tortoise. ".repeat(3);
  private static final Instant JOINED = Instant.parse("2019-05-04T10:20:30Z");

  private static Document member(long id) {
    return new Document(
        Arrays.asList(
            id,
            "member" + id + "@example.com",
            "Alexandra Member",
            ABOUT,
            "GB",
            BigDecimal.valueOf(id % 100_000, 2).stripTrailingZeros(),
            id % 3 == 0,
            LocalDate.ofEpochDay(id % 15_000),
            JOINED.plusSeconds(id),
            id % 17 == 0 ? null : id % 1000));
  }

  /** Of this JVM and of the server, with the sessions that have ended. */
  private static double cpu() throws Exception {
    long postmaster = TestServers.postgres().pid();
    double ticks = 0;
    try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : processes) {
        ticks += ticks(process, postmaster);
      }
    }
    return java() + ticks / TICKS;
  }

  private static double java() {
    var os =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return os.getProcessCpuTime() / 1e9;
  }

  private static double ticks(Path process, long postmaster) {
    try {
      String stat = Files.readString(process.resolve("stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long pid = Long.parseLong(process.getFileName().toString());
      if (pid == postmaster) {
        return sum(fields, 11, 14);
      }
      return Long.parseLong(fields[1]) == postmaster ? sum(fields, 11, 12) : 0;
    } catch (Exception ended) {
      return 0;
    }
  }

  private static double sum(String[] fields, int from, int to) {
    double sum = 0;
    for (int i = from; i <= to; i++) {
      sum += Long.parseLong(fields[i]);
    }
    return sum;
  }
}
