package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.FaultProxy;
import io.rehome.testdata.servers.Passage;
import io.rehome.testdata.servers.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A source that cuts us off while unique values are looked for, whenever a range was read. The soak
 * showed that no run got past that: each try began anew.
 */
final class CutSearchTest {
  private static final int MEMBERS = 60_000;

  private static final String NO_SUCH_TABLE = "42P01";

  /** A range takes about a second. */
  private static final int BYTES_PER_SECOND = 700_000;

  @TempDir private Path folder;

  @Test
  void goesOnWhereItStood() throws Exception {
    Crossing corner = members();
    try (FaultProxy proxy = new FaultProxy(TestServers.mariaDb().port())) {
      Process run = begin(corner, proxy);
      for (long ranges = 0; isSearching(run); Thread.sleep(20)) {
        long now = rangesOfTheSearch(corner);
        if (now > ranges) {
          proxy.reset();
          ranges = now;
        }
      }

      assertThat(proxy.cuts(), is(greaterThan(0)));
      assertSound(corner, run, proxy);
    }
  }

  @Test
  void beginsAnewWhereTheStoreLostWhatWasNoted() throws Exception {
    Crossing corner = members();
    try (FaultProxy proxy = new FaultProxy(TestServers.mariaDb().port())) {
      Process run = begin(corner, proxy);
      while (isSearching(run) && rangesOfTheSearch(corner) == 0) {
        Thread.sleep(20);
      }
      Journey.execute(corner.store(), "truncate rehome.claim_page_1, rehome.claim_1"); // a crash

      assertSound(corner, run, proxy);
    }
    assertThat(said(), containsString("lost the claims of users"));
  }

  /** The last member has the first one's address. */
  private Crossing members() throws Exception {
    Database source = TestServers.freshMariaDb();
    source.execute(
        "create table members (id int primary key, email varchar(80))",
        "insert into members select seq, concat(lpad(seq, 70, 'x'), '@x') from seq_1_to_" + MEMBERS,
        "update members set email = concat(lpad(1, 70, 'x'), '@x') where id = " + MEMBERS);
    Crossing corner = Crossing.from(folder, source);
    corner.target().execute("create table users (id int primary key, email varchar(80))");
    return corner.plan(
        """
        entities:
          users:
            from: members
            to: users
            id: keep
            unique: { email: reject }
            fields: { email: email }
        """);
  }

  private Process begin(Crossing corner, FaultProxy proxy) throws Exception {
    Path plan = corner.planFile();
    String source = corner.source().jdbcUrl();
    Files.writeString(
        plan, Files.readString(plan).replace(source, proxy.to(corner.source()).jdbcUrl()));
    proxy.let(Passage.narrow(BYTES_PER_SECOND));
    return new JavaProcess(Rehome.class).start(folder, corner.migration());
  }

  private boolean isSearching(Process run) throws Exception {
    return run.isAlive() && !said().contains("moving users");
  }

  /** How many it has noted; none where there is no search under way. */
  private static long rangesOfTheSearch(Crossing corner) throws Exception {
    String count = "select count(*) from rehome.claim_page_1 where range_id <> 0";
    try {
      return Long.parseLong(Journey.rows(corner.store(), count).get(0));
    } catch (SQLException e) {
      assertThat(e.getSQLState(), is(NO_SUCH_TABLE));
      return 0;
    }
  }

  private void assertSound(Crossing corner, Process run, FaultProxy proxy) throws Exception {
    while (isSearching(run)) {
      Thread.sleep(50);
    }
    proxy.let(Passage.open());
    assertThat(said(), run.waitFor(2, TimeUnit.MINUTES), is(true));
    assertThat(said(), run.exitValue(), is(2));
    assertThat(corner.books(), is(List.of("users read 60000 loaded 59999 rejected 1")));
    assertThat(
        Journey.rows(corner.store(), "select source_key || ' ' || reason from rehome.rejections"),
        is(List.of("60000 DUPLICATE")));
  }

  private String said() throws Exception {
    return Files.readString(folder.resolve("process.log"));
  }
}
