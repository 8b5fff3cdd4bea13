package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.rehome.pipelines.Exit;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A target that lost more rows than FIND_MISSING keeps in memory, beside a row that is nobody's:
 * the first are told while the store is read, the others are looked for again.
 */
final class MassLossTest {
  private static final int ROWS = 60_000;
  private static final String SUM =
      "select count(*) || ' ' || sum(a) || ' ' || max(id) from things";

  @TempDir private Path folder;

  @Test
  void isMadeGood() throws Exception {
    Crossing crossing = things();
    crossing.migrate();
    List<String> before = Journey.rows(crossing.target(), SUM);
    crossing
        .target()
        .execute("delete from things where id > 500", "insert into things values (-1, 0)");

    Answer answer = crossing.migrate("--mode=FIND_MISSING", "--json");

    assertThat(answer.toString(), answer.exit(), is(Exit.OK));
    assertThat(crossing.books(), contains("things read 60000 loaded 59500 unchanged 500"));
    assertThat(answer.out(), containsString("\"target_key\" : \"-1\""));
    crossing.target().execute("delete from things where id = -1");
    assertThat(Journey.rows(crossing.target(), SUM), is(before));
  }

  private Crossing things() throws Exception {
    Database source = TestServers.freshMariaDb();
    source.execute(
        "create table things (id int primary key, a int)",
        "insert into things select seq, seq % 97 from seq_1_to_" + ROWS);
    Crossing crossing = Crossing.from(folder, source);
    crossing.target().execute("create table things (id int primary key, a int)");
    return crossing.plan(
        "entities:\n  things: { from: things, to: things, id: keep, fields: { a: a } }\n");
  }
}
