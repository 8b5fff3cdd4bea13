package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import io.rehome.pipelines.Exit;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DIFF among cut connections, killed processes and people who go on writing. */
final class DisturbedDiffTest {
  private static final String COMPARED = "select count(*) from rehome.scan_range";
  private static final String CONTENT =
      "select concat(count(*), ' ', coalesce(sum(id), 0), ' ',"
          + " coalesce(sum(length(note) * id), 0)) from things";

  @TempDir private Path folder;

  private Crossing things(int rows) throws Exception {
    Database source = TestServers.freshMariaDb();
    source.execute(
        "create table things (id int primary key, note varchar(200))",
        "insert into things select seq, repeat('x', seq % 100) from seq_1_to_" + rows,
        "analyze table things");
    Crossing crossing = Crossing.from(folder, source);
    crossing.target().execute("create table things (id int primary key, note text)");
    return crossing.plan(
        "entities:\n  things: { from: things, to: things, id: keep, fields: { note: note } }\n");
  }

  @Test
  void aReadErrorNeverCountsAsGone() throws Exception {
    Crossing crossing = things(200_000);
    crossing.migrate();
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Integer> cutting =
        CompletableFuture.supplyAsync(() -> cutConnections(crossing.source(), done));

    Answer answer = crossing.migrate("--mode=DIFF", "--maxReadRate=60000");
    done.set(true);

    assertThat(answer.err(), answer.exit(), is(Exit.OK));
    assertThat("connections that were cut", cutting.get(10, TimeUnit.SECONDS), greaterThan(0));
    assertThat(crossing.books(), is(List.of("things read 200000 unchanged 200000")));
  }

  private static int cutConnections(Database source, AtomicBoolean done) {
    String others =
        "select id from information_schema.processlist where id <> connection_id() and db = '%s'"
            .formatted(source.name());
    int cut = 0;
    while (!done.get() && cut < 8) {
      try {
        TimeUnit.MILLISECONDS.sleep(300);
        for (String connection : Journey.rows(source, others)) {
          source.execute("kill connection " + connection);
          cut++;
        }
      } catch (Exception gone) {
        // It had ended by itself.
      }
    }
    return cut;
  }

  @Test
  void aKilledOneIsContinuedWithoutAFlag() throws Exception {
    Crossing crossing = things(200_000);
    crossing.migrate();
    crossing
        .source()
        .execute(
            "update things set note = 'new' where id % 1000 = 0",
            "delete from things where id % 1000 = 1",
            "insert into things select 1000000 + seq, 'more' from seq_1_to_100");

    Process run =
        new JavaProcess(Rehome.class)
            .start(folder, crossing.migration("--mode=DIFF", "--maxReadRate=20000"));
    try {
      while (count(crossing, COMPARED) < 3 && run.isAlive()) {
        Thread.sleep(20);
      }
      assertThat("it was still running", run.isAlive(), is(true));
    } finally {
      run.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
    long before = count(crossing, COMPARED);
    crossing.migrate("--mode=DIFF");

    assertThat(before, greaterThan(0L));
    assertThat(
        "what was compared is not compared again",
        count(crossing, COMPARED + " where run = (select max(id) from rehome.run)"),
        is(count(crossing, COMPARED) - before));
    assertThat(
        Journey.rows(
            crossing.store(),
            "select outcome || ' ' || count(*) from rehome.records group by outcome order by 1"),
        is(List.of("GONE 200", "LOADED 199900")));
    crossing.migrate("--mode=DIFF");
    assertThat(crossing.books(), is(List.of("things read 199900 unchanged 199900")));
  }

  @Test
  void passesUntilQuietBringWhatAWriterDidMeanwhile() throws Exception {
    Crossing crossing = things(50_000);
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Integer> writing =
        CompletableFuture.supplyAsync(() -> write(crossing.source(), done));
    crossing.migrate("--maxReadRate=20000");
    crossing.migrate("--mode=DIFF");
    done.set(true);
    assertThat("changes", writing.get(10, TimeUnit.SECONDS), greaterThan(500));

    crossing.migrate("--mode=DIFF");
    crossing.migrate("--mode=DIFF");

    assertThat(
        "the last pass was quiet",
        Journey.rows(
            crossing.store(),
            "select loaded + gone + rejected + pending from rehome.books"
                + " where run = (select run from rehome.runs order by started desc limit 1)"),
        is(List.of("0")));
    crossing
        .target()
        .execute("delete from things where id in (%s)".formatted(String.join(",", gone(crossing))));
    assertThat(
        Journey.rows(crossing.target(), CONTENT), is(Journey.rows(crossing.source(), CONTENT)));
  }

  private static List<String> gone(Crossing crossing) throws SQLException {
    return Journey.rows(
        crossing.store(), "select source_key from rehome.records where outcome = 'GONE'");
  }

  private static int write(Database source, AtomicBoolean done) {
    Random random = new Random(7);
    int changes = 0;
    try (Connection connection = source.connect();
        Statement statement = connection.createStatement()) {
      while (!done.get()) {
        int id = 1 + random.nextInt(60_000);
        statement.execute(
            switch (random.nextInt(3)) {
              case 0 -> "update things set note = 'v" + random.nextInt(1000) + "' where id = " + id;
              case 1 -> "delete from things where id = " + id;
              default -> "replace into things values (" + id + ", 'n" + random.nextInt(1000) + "')";
            });
        changes++;
        TimeUnit.MILLISECONDS.sleep(2);
      }
      return changes;
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long count(Crossing crossing, String query) throws SQLException {
    return Long.parseLong(Journey.rows(crossing.store(), query).get(0));
  }
}
