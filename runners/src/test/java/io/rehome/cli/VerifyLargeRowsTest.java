package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import io.rehome.pipelines.Exit;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a range's rows are larger than the table's statistics say, VERIFY reads it in parts. */
final class VerifyLargeRowsTest {
  private static final int SMALL = 3_000;
  private static final int LARGE = 40;

  @TempDir private Path folder;

  @Test
  void areComparedOnceEach() throws Exception {
    Crossing crossing = letters();
    assertThat(crossing.migrate().exit(), is(Exit.OK));
    crossing.target().execute("update letters set body = 'other' where id in (7, 3020)");

    Answer answer = Answer.to("verify", "--plan=" + crossing.planFile(), "--reports=" + folder);

    assertThat(answer.err(), answer.exit(), is(Exit.NOT_ACCEPTED));
    assertThat(
        Journey.rows(
            crossing.store(), "select sum(read) || ' ' || sum(same) from rehome.verification_page"),
        is(List.of(SMALL + LARGE + " " + (SMALL + LARGE - 2))));
    assertThat(
        Journey.rows(crossing.store(), "select source_key from rehome.finding order by 1"),
        is(List.of("3020", "7")));
    assertThat("parts of the last range", boundsAmongTheLarge(crossing), is(greaterThan(1)));
  }

  private Crossing letters() throws Exception {
    Database source = TestServers.freshMariaDb();
    source.execute(
        "create table letters (id int primary key, body longtext not null)",
        "insert into letters select seq, concat('letter ', seq) from seq_1_to_" + SMALL,
        "insert into letters select %d + seq, repeat(md5(seq), 32768) from seq_1_to_%d"
            .formatted(SMALL, LARGE),
        "analyze table letters");
    Crossing crossing = Crossing.from(folder, source);
    crossing.target().execute("create table letters (id int primary key, body text not null)");
    return crossing.plan(
        "entities:\n  letters: { from: letters, to: letters, id: keep, fields: { body: body } }\n");
  }

  private static int boundsAmongTheLarge(Crossing crossing) throws Exception {
    return Integer.parseInt(
        Journey.rows(
                crossing.store(),
                "select count(*) from rehome.verification_range where high[1]::int > " + SMALL)
            .get(0));
  }
}
