package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rehome.pipelines.Exit;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.FaultProxy;
import io.rehome.testdata.servers.TestServers;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cluster of two hosts, one of which loses the network in mid-run, with its sessions open in all
 * three databases, and gets it back when the run has ended without it: what is in target and store
 * is what an undisturbed run leaves there. Needs root.
 */
final class CutOffHostDrill {
  private static final int ROWS = 12_000;
  private static final String PLAN =
      """
        users:
          from: members
          to: users
          id: keep
          fields: { name: name, status: { from: state, values: { A: active, X: closed } } }
      """;

  @TempDir private static Path folder;
  private static NetworkHost host;
  private static RealCluster cluster;
  private static Process taskManager;
  private static final List<FaultProxy> PROXIES = new ArrayList<>();
  private static SmallMove undisturbed;
  private static SmallMove disturbed;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(NetworkHost.arePossible(), "network namespaces need root and the program ip");
    Database source = TestServers.freshMariaDb();
    source.execute(
        "create table members (id int primary key, name varchar(20), state char(1))",
        "insert into members select seq, concat('member ', seq), if(seq % 20 = 0, 'Q', 'A')"
            + " from seq_1_to_"
            + ROWS,
        "analyze table members");
    host = NetworkHost.open(1);
    undisturbed =
        move("undisturbed", source, TestServers.freshPostgres(), TestServers.freshPostgres());
    disturbed =
        move(
            "disturbed",
            seen(source),
            seen(TestServers.freshPostgres()),
            seen(TestServers.freshPostgres()));
    cluster = RealCluster.start(folder.resolve("cluster"), host.ourAddress(), 1);
    taskManager =
        new ProcessBuilder(host.there(cluster.taskManagerOn(host.address())))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("cluster/there.log").toFile())
            .start();
    while (!cluster.hasWorkers()) {
      Thread.sleep(200);
    }
  }

  /** The same database, as the other host reaches it. */
  private static Database seen(Database database) throws Exception {
    int port = URI.create(database.jdbcUrl().substring("jdbc:".length())).getPort();
    FaultProxy proxy = new FaultProxy(port, InetAddress.getByName(host.ourAddress()));
    PROXIES.add(proxy);
    return proxy.to(database);
  }

  private static SmallMove move(String name, Database source, Database target, Database store)
      throws Exception {
    SmallMove move =
        new SmallMove(Files.createDirectory(folder.resolve(name)), source, target, store);
    move.target().execute("create table users (id int primary key, name text, status text)");
    move.plan(PLAN);
    move.initStore();
    return move;
  }

  @AfterAll
  static void stop() throws Exception {
    if (taskManager != null) {
      taskManager.destroyForcibly().waitFor();
    }
    if (cluster != null) {
      cluster.close();
    }
    for (FaultProxy proxy : PROXIES) {
      proxy.close();
    }
    if (host != null) {
      host.close();
    }
  }

  @Test
  void theRunEndsWithoutTheHostAndTheHostChangesNothingAfterwards() throws Exception {
    undisturbed.migrate();
    List<String> arguments = disturbed.migration("--maxReadRate=600");
    arguments.addAll(cluster.flags());
    Process run = new JavaProcess(Rehome.class).start(disturbed.folder(), arguments);
    awaitRows(1_500, run);

    host.pullTheCable();
    assertThat("ended", run.waitFor(4, TimeUnit.MINUTES), is(true));
    assertThat(said(), run.exitValue(), is(Exit.NOT_ACCEPTED.code()));
    assertSame();

    host.plugItIn();
    while (!cluster.hasWorkers()) {
      Thread.sleep(200);
    }
    Thread.sleep(5_000);
    assertSame();
  }

  private static void awaitRows(int rows, Process run) throws Exception {
    String present = "select count(*) >= " + rows + " from users";
    while (run.isAlive() && Journey.rows(disturbed.target(), present).contains("f")) {
      Thread.sleep(50);
    }
    assertThat(said(), run.isAlive(), is(true));
  }

  private static String said() throws Exception {
    return Files.readString(disturbed.folder().resolve("process.log"));
  }

  private static void assertSame() throws Exception {
    String rows = "select t::text from users t order by id";
    assertThat(
        Journey.rows(disturbed.target(), rows), is(Journey.rows(undisturbed.target(), rows)));
    String records =
        "select concat_ws(' ', source_key, outcome, source, confirmed_document, reason, message)"
            + " from rehome.records order by source_key";
    assertThat(
        Journey.rows(disturbed.store(), records), is(Journey.rows(undisturbed.store(), records)));
    assertThat(
        Journey.rows(disturbed.store(), "select run from rehome.books where not balanced"),
        is(empty()));
  }
}
