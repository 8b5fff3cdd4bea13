package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.rehome.pipelines.Exit;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A column that tells changes narrows a DIFF, and is never trusted for more than that. */
final class NarrowDiffTest {
  private static final String WHOLE = "users: every row was looked at, whatever touched tells";

  @TempDir private Path folder;

  static Stream<Supplier<Database>> sources() {
    return Stream.of(TestServers::freshMariaDb, TestServers::freshPostgres);
  }

  /** Touched on the 1st to the 4th of January; one never. */
  private Crossing corner(Database source, String type) throws Exception {
    source.execute(
        "create table members (id int primary key, name varchar(20), deleted int not null,"
            + (" touched " + type + " null)"),
        "insert into members values (1, 'ann', 0, '2024-01-01'), (2, 'bob', 0, '2024-01-02'),"
            + " (3, 'cid', 0, '2024-01-03'), (4, 'dan', 0, '2024-01-04'), (5, 'eve', 0, null)");
    Crossing corner = Crossing.from(folder, source);
    corner.target().execute("create table users (id int primary key, name text not null)");
    corner.plan(plan("name"));
    corner.migrate();
    return corner;
  }

  private static String plan(String name) {
    return """
        entities:
          users:
            from: members
            where: deleted = 0
            changed: touched
            to: users
            id: keep
            fields: { name: %s }
        """
        .formatted(name);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void theFirstPassLooksAtEveryRowAndTheNextAtWhatWasTouchedSince(Supplier<Database> source)
      throws Exception {
    Crossing corner = corner(source.get(), "timestamp");

    Answer first = corner.migrate("--mode=DIFF");
    corner
        .source()
        .execute(
            "update members set name = 'dean', touched = '2024-01-05' where id = 4",
            "update members set name = 'anna', touched = '2024-01-05' where id = 1",
            "insert into members values (6, 'fay', 0, '2024-01-05'), (7, 'gus', 0, null)");
    Answer second = corner.migrate("--mode=DIFF");

    assertThat(first.out(), containsString(WHOLE));
    assertThat(second.err(), second.exit(), is(Exit.OK));
    assertThat(
        second.out(),
        containsString("users: only rows whose touched is NULL or not before 2024-01-03T23:00"));
    assertThat(corner.books(), is(List.of("users read 5 loaded 4 unchanged 1")));
    assertThat(
        Journey.rows(corner.target(), "select id || ' ' || name from users order by id"),
        is(List.of("1 anna", "2 bob", "3 cid", "4 dean", "5 eve", "6 fay", "7 gus")));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void whatTheColumnDoesNotTellIsFoundByAFullPass(Supplier<Database> source) throws Exception {
    Crossing corner = corner(source.get(), "date");
    corner.migrate("--mode=DIFF");
    corner
        .source()
        .execute(
            "update members set name = 'anna' where id = 1", "delete from members where id = 2");

    corner.migrate("--mode=DIFF");
    assertThat(corner.books(), is(List.of("users read 3 unchanged 3")));

    Answer full = corner.migrate("--mode=DIFF", "--full");
    assertThat(full.out(), containsString(WHOLE));
    assertThat(corner.books(), is(List.of("users read 5 loaded 1 unchanged 3 gone 1")));
  }

  @Test
  void aSoftDeleteThatTouchesTheRowIsFoundByANarrowPass() throws Exception {
    Crossing corner = corner(TestServers.freshMariaDb(), "datetime(6)");
    corner.migrate("--mode=DIFF");
    corner.source().execute("update members set deleted = 1, touched = '2024-02-01' where id = 2");

    corner.migrate("--mode=DIFF");

    assertThat(
        corner.outcomes("users"),
        is(List.of("1 LOADED", "2 GONE", "3 LOADED", "4 LOADED", "5 LOADED")));
  }

  @Test
  void anotherPlanLooksAtEveryRowOnce() throws Exception {
    Crossing corner = corner(TestServers.freshMariaDb(), "datetime");
    corner.migrate("--mode=DIFF");

    corner.plan(plan("upper(name)"));

    assertThat(corner.migrate("--mode=DIFF").out(), containsString(WHOLE));
    assertThat(corner.migrate("--mode=DIFF").out(), containsString("users: only rows whose"));
  }

  @Test
  void aTimeOfTheFutureIsNoMark() throws Exception {
    Crossing corner = corner(TestServers.freshMariaDb(), "datetime");
    corner.source().execute("update members set touched = '9999-12-31' where id = 1");
    corner.migrate("--mode=DIFF");

    assertThat(
        corner.migrate("--mode=DIFF").out(), containsString("is NULL or not before 2024-01-03T23"));
  }

  @Test
  void aColumnThatHoldsNoTimeTellsNothing() throws Exception {
    Crossing corner = corner(TestServers.freshMariaDb(), "varchar(20)");

    corner.migrate("--mode=DIFF");

    assertThat(corner.migrate("--mode=DIFF").out(), containsString(WHOLE));
  }
}
