package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.FaultProxy;
import io.rehome.testdata.servers.Passage;
import io.rehome.testdata.servers.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A source that cuts us off again and again while unique values are looked for: it never lets us
 * read the whole table at a stretch. The soak showed that no run got past it.
 */
final class CutSearchTest {
  private static final int MEMBERS = 100_000;

  /**
   * Two ranges, which are read at once, and what a catalog takes; all members are three times it.
   */
  private static final long BYTES_AT_A_STRETCH = 1_800_000;

  @TempDir private Path folder;

  @Test
  void goesOnWhereItStood() throws Exception {
    Crossing corner = members();
    try (FaultProxy proxy = new FaultProxy(TestServers.mariaDb().port())) {
      Process run = begin(corner, proxy);
      awaitTheEndOfTheSearch(run);
      proxy.let(Passage.open());

      assertSound(corner, run);
      assertThat(proxy.cuts(), is(greaterThan(0)));
    }
  }

  @Test
  void beginsAnewWhereTheStoreLostWhatWasFound() throws Exception {
    Crossing corner = members();
    try (FaultProxy proxy = new FaultProxy(TestServers.mariaDb().port())) {
      Process run = begin(corner, proxy);
      await(run, () -> proxy.cuts() > 0);
      Journey.execute(corner.store(), "truncate rehome.claim_1, rehome.claim_page_1"); // a crash
      awaitTheEndOfTheSearch(run);
      proxy.let(Passage.open());

      assertSound(corner, run);
    }
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
    AtomicLong answered = new AtomicLong();
    proxy.let((way, bytes, count) -> fate(way, count, answered));
    return new JavaProcess(Rehome.class).start(folder, corner.migration());
  }

  private static Passage.Fate fate(Passage.Way way, int count, AtomicLong answered) {
    if (way == Passage.Way.TO_CLIENT && answered.addAndGet(count) > BYTES_AT_A_STRETCH) {
      answered.set(0);
      return Passage.Fate.CUT;
    }
    return Passage.Fate.FORWARDED;
  }

  private void awaitTheEndOfTheSearch(Process run) throws Exception {
    await(run, () -> said().contains("moving users"));
  }

  private interface Sign {
    boolean isThere() throws Exception;
  }

  private static void await(Process run, Sign sign) throws Exception {
    long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (run.isAlive() && !sign.isThere() && System.nanoTime() < until) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private void assertSound(Crossing corner, Process run) throws Exception {
    assertThat(said(), run.waitFor(2, TimeUnit.MINUTES), is(true));
    assertThat(said(), run.exitValue(), is(2));
    assertThat(corner.books(), is(List.of("users read 100000 loaded 99999 rejected 1")));
    assertThat(
        Journey.rows(corner.store(), "select source_key || ' ' || reason from rehome.rejections"),
        is(List.of("100000 DUPLICATE")));
  }

  private String said() throws Exception {
    return Files.readString(folder.resolve("process.log"));
  }
}
