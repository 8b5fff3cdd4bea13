package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.rehome.testdata.servers.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What a command, and what its jobs, leave behind on a cluster that others use as well. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class SharedClusterDrill {
  private static final int ROWS = 6_000;
  private static final String PLAN =
      """
        users: { from: members, to: users, id: keep, fields: { name: name } }
      """;

  @TempDir private static Path folder;
  private static RealCluster cluster;
  private static SmallMove move;

  @BeforeAll
  static void start() throws Exception {
    move = SmallMove.begin(Files.createDirectory(folder.resolve("move")), PLAN);
    move.source()
        .execute(
            "create table members (id int primary key, name varchar(20))",
            "insert into members select seq, concat('member ', seq) from seq_1_to_" + ROWS,
            "analyze table members");
    move.target().execute("create table users (id int primary key, name text)");
    cluster = RealCluster.start(folder.resolve("cluster"));
  }

  @AfterAll
  static void stop() throws Exception {
    cluster.close();
  }

  @Test
  @Order(1)
  void aSignalCancelsTheJobAndTheSameCommandContinues() throws Exception {
    Process command = command("--mode=NORMAL", "--maxReadRate=100");
    await("a job runs", cluster::runsAJob);
    Thread.sleep(2_000);

    command.destroy();

    assertThat("ended in time", command.waitFor(10, TimeUnit.SECONDS), is(true));
    assertThat(said(), command.exitValue(), is(130));
    await("no job runs", () -> !cluster.runsAJob());
    assertThat(said(), command("--mode=NORMAL").waitFor(), is(0));
    assertThat(
        Journey.rows(move.target(), "select count(*) from users"), contains(String.valueOf(ROWS)));
    assertThat(
        Journey.rows(move.store(), "select run from rehome.books where not balanced"), is(empty()));
  }

  /**
   * What classes they leave is told and not judged: pools, and so their classes, live on a while.
   */
  @Test
  @Order(2)
  void jobsLeaveNoConnections() throws Exception {
    for (String mode : List.of("DIFF", "VERIFY", "FIND_MISSING", "DIFF")) {
      assertThat(said(), command("--mode=" + mode).waitFor(), is(0));
      System.err.printf(
          "after %s: %d jobs, %d connections, job class loaders %d and %d, metaspace %s and %s%n",
          mode,
          cluster.ask("/jobs/overview").split("\"jid\"", -1).length - 1,
          connections(),
          loaders("taskmanager-1"),
          loaders("taskmanager-2"),
          metaspace("taskmanager-1"),
          metaspace("taskmanager-2"));
    }

    await("no connection is left", () -> connections() == 0);
  }

  private static Process command(String... flags) throws Exception {
    List<String> arguments = new ArrayList<>(move.migration(flags));
    arguments.addAll(cluster.flags());
    return new JavaProcess(Rehome.class).start(move.folder(), arguments);
  }

  private static String said() throws Exception {
    Path log = move.folder().resolve("process.log");
    return Files.exists(log) ? Files.readString(log) : "";
  }

  /** Ours to look with aside. */
  private static long connections() throws Exception {
    return count(
            move.store(),
            "select count(*) from pg_stat_activity where datname in ('%s', '%s')"
                + " and pid <> pg_backend_pid()")
        + count(
            move.source(),
            "select count(*) from information_schema.processlist where db = '%3$s'"
                + " and id <> connection_id()");
  }

  private static long count(Database database, String query) throws Exception {
    String filled =
        query.formatted(move.store().name(), move.target().name(), move.source().name());
    return Long.parseLong(Journey.rows(database, filled).get(0));
  }

  /** The class loaders of jobs that are alive after a collection. */
  private static long loaders(String worker) throws Exception {
    jcmd(worker, "GC.run");
    return jcmd(worker, "VM.classloader_stats")
        .lines()
        .filter(line -> line.contains("ChildFirstClassLoader"))
        .count();
  }

  private static String metaspace(String worker) throws Exception {
    return jcmd(worker, "GC.heap_info")
        .lines()
        .filter(line -> line.contains("Metaspace"))
        .findFirst()
        .map(String::strip)
        .orElse("unknown");
  }

  private static String jcmd(String worker, String question) throws Exception {
    String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process process =
        new ProcessBuilder(program, String.valueOf(cluster.pid(worker)), question).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void await(String what, Callable<Boolean> state) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!state.call()) {
      assertThat("in time: " + what, System.nanoTime() < end, is(true));
      Thread.sleep(200);
    }
  }
}
