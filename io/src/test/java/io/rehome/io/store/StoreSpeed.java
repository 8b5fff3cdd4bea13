package io.rehome.io.store;

import com.google.common.base.Splitter;
import io.rehome.io.Ledger;
import io.rehome.io.store.StoreFixture.Running;
import io.rehome.model.Candidate;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.Fingerprint;
import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import io.rehome.model.PageId;
import io.rehome.model.Passage;
import io.rehome.model.SourceColumn;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import io.rehome.model.SourceType;
import io.rehome.model.TargetColumn;
import io.rehome.model.TargetKey;
import io.rehome.model.TargetTable;
import io.rehome.model.TargetType;
import io.rehome.testdata.servers.TestServers;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Prints what the store costs, next to COPY of the same rows. Run by name: -Dtest=StoreSpeed. */
final class StoreSpeed {
  private static final int RECORDS = Integer.getInteger("records", 1_000_000);
  private static final int RANGES = 20;
  private static final int PAGE = 1000;
  private static final int THREADS = 2;

  private static final List<String> NAMES =
      List.of(
          "id",
          "email_addr",
          "first_name",
          "last_name",
          "about",
          "price",
          "state",
          "created",
          "country_code",
          "points");
  private static final SourceTable SOURCE = source();
  private static final DocumentShape SHAPE = shape();
  private static final String TEXT =
      "A quiet home with a garden, two cats and room for one more dog. ";

  private static SourceTable source() {
    List<SourceColumn> columns = new ArrayList<>();
    for (String name : NAMES) {
      columns.add(new SourceColumn(name, SourceType.TEXT, "text"));
    }
    return new SourceTable(
        "users", new SourceTable.From.Table("users"), "", columns, columns.subList(0, 1));
  }

  private static DocumentShape shape() {
    List<TargetColumn> columns = new ArrayList<>();
    for (String name : NAMES) {
      columns.add(
          new TargetColumn(
              name,
              TargetType.TEXT,
              "text",
              0,
              0,
              List.of(),
              TargetColumn.Nullability.NULLABLE,
              TargetColumn.Filling.NONE));
    }
    return new DocumentShape(
        new TargetTable("users", columns, List.of("id"), List.of(), List.of()),
        columns,
        columns.subList(0, 1));
  }

  private static Candidate candidate(long id) {
    List<Object> values =
        Arrays.asList(
            id,
            "member" + id + "@example.org",
            "Zoë",
            "Miller-" + id % 977,
            TEXT,
            new BigDecimal("1999.50"),
            "A",
            LocalDateTime.of(2020, 1, 1, 12, (int) (id % 60)),
            "GB",
            id % 1000);
    SourceKey key = new SourceKey(String.valueOf(id));
    return new Candidate.Ready(
        new SourceRow(key, values, true, 300),
        new Fingerprint(id * 0x9E3779B97F4A7C15L, id),
        new Document(values),
        new Fingerprint(id, id * 0x9E3779B97F4A7C15L),
        new TargetKey(key.text()));
  }

  private static Passage passage(KeyRange range, long reading, int number, int pages) {
    int base = (int) ((range.id() - 1) * pages + number) * PAGE;
    List<Candidate> candidates = new ArrayList<>(PAGE);
    long sum = 0;
    for (int i = 0; i < PAGE; i++) {
      Candidate one = candidate(base + i);
      sum += one.row().key().hash64();
      candidates.add(one);
    }
    return new Passage(
        new PageId("users", range.id(), reading, number),
        number == pages - 1 ? new Page.End.Last() : new Page.End.More(),
        PAGE,
        sum,
        candidates,
        List.of());
  }

  private interface Step {
    void run(KeyRange range) throws Exception;
  }

  @Test
  void print() throws Exception {
    try (StoreFixture fixture = new StoreFixture("users")) {
      Running run = fixture.run("r1");
      String[] bounds = new String[RANGES - 1];
      Arrays.setAll(bounds, i -> String.valueOf(i + 1));
      List<KeyRange> ranges = run.ranges("users", bounds);
      int pages = RECORDS / RANGES / PAGE;
      measure(
          "generate only",
          ranges,
          range -> {
            for (int number = 0; number < pages; number++) {
              passage(range, 1, number, pages);
            }
          });
      measure("begin + confirm", ranges, range -> load(fixture, run, range, pages, 1));
      System.out.println(
          fixture.sql(
              "select pg_size_pretty(pg_relation_size('rehome.record_1')) || ' heap, '"
                  + " || pg_size_pretty(pg_indexes_size('rehome.record_1')) || ' index, avg source '"
                  + " || avg(length(source))::int || ', document ' || avg(length(document))::int"
                  + " from (select * from rehome.record_1 limit 1000) r"));
      fixture.database.execute("checkpoint");
      time("totals", () -> System.out.println(fixture.store.accounts("paws").totals()));
      time("books", () -> System.out.println(fixture.store.accounts("paws").books("r1")));
      measure("known + parents of all", ranges, range -> ask(fixture, run, range, pages));
      measure(
          "upsert over what stands",
          ranges.subList(0, 4),
          range -> load(fixture, run, range, pages, 2));
      bareCopy(fixture);
    }
  }

  private static void load(
      StoreFixture fixture, Running run, KeyRange range, int pages, long reading) {
    try (Ledger ledger = fixture.store.ledger(run.tag())) {
      for (int number = 0; number < pages; number++) {
        ledger.confirm(
            ledger.begin(SOURCE, SHAPE, passage(range, reading, number, pages)), Map.of());
      }
    }
  }

  private static void ask(StoreFixture fixture, Running run, KeyRange range, int pages) {
    try (Ledger ledger = fixture.store.ledger(run.tag())) {
      for (int number = 0; number < pages; number++) {
        List<SourceKey> keys = new ArrayList<>();
        for (int i = 0; i < PAGE; i++) {
          keys.add(new SourceKey(String.valueOf(((range.id() - 1) * pages + number) * PAGE + i)));
        }
        ledger.known("users", keys);
        ledger.parents("users", keys);
      }
    }
  }

  private static void bareCopy(StoreFixture fixture) throws Exception {
    String columns = "entity, " + RecordRows.COLUMNS;
    for (int i = 0; i < THREADS; i++) {
      fixture.database.execute(
          "copy (select %s from rehome.record_1 where hashtext(source_key) %% 2 = %s) to '/tmp/store-speed-%d.bin' (format binary)"
              .formatted(columns, i == 0 ? "0" : "any('{1,-1}')", i));
    }
    fixture.database.execute(
        "create table public.bare (like rehome.record including defaults)",
        "alter table public.bare add primary key (source_key)",
        "checkpoint");
    List<KeyRange> halves =
        List.of(
            new KeyRange("0", 0, List.of(), List.of()), new KeyRange("1", 1, List.of(), List.of()));
    measure(
        "bare binary COPY from files",
        halves,
        half ->
            fixture.database.execute(
                "copy public.bare (%s) from '/tmp/store-speed-%d.bin' (format binary)"
                    .formatted(columns, half.id())));
    uniqueTargetKeys(fixture, halves, columns);
    fixture.database.execute("drop table public.bare");
    for (int i = 0; i < THREADS; i++) {
      Files.deleteIfExists(Path.of("/tmp/store-speed-%d.bin".formatted(i)));
    }
  }

  /** What it would cost to keep target keys (of v5 UUIDs) unique by an index of the store. */
  private static void uniqueTargetKeys(StoreFixture fixture, List<KeyRange> halves, String columns)
      throws Exception {
    fixture.database.execute("update public.bare set target_key = gen_random_uuid()::text");
    for (int i = 0; i < THREADS; i++) {
      fixture.database.execute(
          "copy (select %s from public.bare where hashtext(source_key) %% 2 = %s order by source_key) to '/tmp/store-speed-%d.bin' (format binary)"
              .formatted(columns, i == 0 ? "0" : "any('{1,-1}')", i));
    }
    for (String index :
        List.of(
            "",
            "create unique index bare_target on public.bare (target_key)",
            "create index bare_target on public.bare using hash (target_key)")) {
      fixture.database.execute(
          "truncate public.bare", index.isEmpty() ? "select 1" : index, "checkpoint");
      measure(
          index.isEmpty() ? "COPY with uuid target keys" : index.substring(0, 26),
          halves,
          half ->
              fixture.database.execute(
                  "copy public.bare (%s) from '/tmp/store-speed-%d.bin' (format binary)"
                      .formatted(columns, half.id())));
      System.out.println(fixture.sql("select pg_size_pretty(pg_indexes_size('public.bare'))"));
      fixture.database.execute("drop index if exists bare_target");
    }
  }

  private static void time(String name, Runnable step) {
    long start = System.nanoTime();
    step.run();
    System.out.printf("%s: %d ms%n", name, (System.nanoTime() - start) / 1_000_000);
  }

  private static void measure(String name, List<KeyRange> parts, Step step) throws Exception {
    double jvm = jvmSeconds();
    double server = serverSeconds();
    long start = System.nanoTime();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> work = new ArrayList<>();
    for (KeyRange part : parts) {
      work.add(
          threads.submit(
              () -> {
                step.run(part);
                return true;
              }));
    }
    for (Future<?> one : work) {
      one.get();
    }
    threads.shutdown();
    double wall = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%-30s wall %6.2f s, JVM %6.2f CPU s, PostgreSQL %6.2f CPU s%n",
        name, wall, jvmSeconds() - jvm, serverSeconds() - server);
  }

  private static double jvmSeconds() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  private static double serverSeconds() {
    long pid = TestServers.postgres().pid();
    double ticks = ticks(pid, 4);
    for (ProcessHandle child : ProcessHandle.of(pid).orElseThrow().descendants().toList()) {
      ticks += ticks(child.pid(), 2);
    }
    return ticks / 100;
  }

  private static double ticks(long pid, int fields) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      List<String> words = Splitter.on(' ').splitToList(stat.substring(stat.lastIndexOf(')') + 2));
      double sum = 0;
      for (int i = 0; i < fields; i++) {
        sum += Long.parseLong(words.get(11 + i));
      }
      return sum;
    } catch (java.io.IOException ended) {
      return 0;
    }
  }
}
