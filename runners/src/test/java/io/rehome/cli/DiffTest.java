package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
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

/** DIFF finds what is new, changed and gone in a source that goes on living. */
final class DiffTest {
  private static final String ENTITIES =
      """
      entities:
        users:
          from: members
          where: deleted = 0
          to: users
          id: offset(1000)
          fields: { name: name }
        ads:
          from: ads
          to: ads
          id: keep
          fields:
            seller_id: { ref: users, from: member_id }
            title: title
      """;

  @TempDir private Path folder;

  static Stream<Supplier<Database>> sources() {
    return Stream.of(TestServers::freshMariaDb, TestServers::freshPostgres);
  }

  private Crossing corner(Database source) throws Exception {
    source.execute(
        "create table members (id int primary key, name varchar(20), deleted int not null,"
            + " unread int)",
        "create table ads (id int primary key, member_id int, title varchar(20))",
        "insert into members values (1, 'ann', 0, 1), (2, 'bob', 0, 1), (3, 'cid', 0, 1),"
            + " (4, 'dan', 1, 1)",
        "insert into ads values (1, 1, 'cat'), (2, 2, 'dog'), (3, 4, 'cow'), (4, 9, 'hen')");
    Crossing corner = Crossing.from(folder, source);
    corner
        .target()
        .execute(
            "create table users (id int primary key, name text not null)",
            "create table ads (id int primary key, seller_id int not null references users,"
                + " title text not null)");
    return corner.plan(ENTITIES);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void findsNothingWhereNothingChanged(Supplier<Database> source) throws Exception {
    Crossing corner = corner(source.get());
    corner.migrate();
    corner.source().execute("update members set unread = 2");

    Answer answer = corner.migrate("--mode=DIFF");

    assertThat(answer.err(), answer.exit(), is(Exit.OK));
    assertThat(corner.books(), is(List.of("ads read 4 unchanged 4", "users read 4 unchanged 4")));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void bringsWhatIsNewOrChangedAndNotesWhatIsGone(Supplier<Database> source) throws Exception {
    Crossing corner = corner(source.get());
    corner.migrate();
    corner
        .source()
        .execute(
            "update members set name = 'bobby' where id = 2",
            "insert into members values (5, 'eve', 0, 1), (9, 'ida', 0, 1)",
            "insert into ads values (5, 5, 'emu')",
            "delete from ads where id = 1");

    Answer answer = corner.migrate("--mode=DIFF");

    assertThat(answer.err(), answer.exit(), is(Exit.OK));
    assertThat(
        corner.books(),
        is(List.of("ads read 5 loaded 2 unchanged 2 gone 1", "users read 6 loaded 3 unchanged 3")));
    assertThat(
        corner.outcomes("ads"),
        is(List.of("1 GONE", "2 LOADED", "3 REJECTED PARENT_NOT_LOADED", "4 LOADED", "5 LOADED")));
    assertThat(
        Journey.rows(corner.target(), "select id || ' ' || name from users order by id"),
        is(List.of("1001 ann", "1002 bobby", "1003 cid", "1005 eve", "1009 ida")));
    assertThat(
        "what is gone is left alone",
        Journey.rows(corner.target(), "select id from ads order by id"),
        is(List.of("1", "2", "4", "5")));
  }

  @Test
  void aLoadedRowThatWhereExcludesNowIsGoneAndReturnsWhenItIsChosenAgain() throws Exception {
    Crossing corner = corner(TestServers.freshMariaDb());
    corner.migrate();
    corner.source().execute("update members set deleted = 1 where id = 3");
    corner.migrate("--mode=DIFF");
    assertThat(
        corner.books(), is(List.of("ads read 4 unchanged 4", "users read 4 unchanged 3 gone 1")));
    corner.migrate("--mode=DIFF");
    assertThat(corner.books(), is(List.of("ads read 4 unchanged 4", "users read 4 unchanged 4")));

    corner.source().execute("update members set deleted = 0 where id in (3, 4)");
    corner.migrate("--mode=DIFF");

    assertThat(
        corner.outcomes("users"), is(List.of("1 LOADED", "2 LOADED", "3 LOADED", "4 LOADED")));
    assertThat(
        "the ad of 4 follows",
        corner.outcomes("ads"),
        is(List.of("1 LOADED", "2 LOADED", "3 LOADED", "4 REJECTED PARENT_MISSING")));
  }

  @Test
  void recordsThatCameByKeyAreMetInTheirRange() throws Exception {
    Crossing corner = corner(TestServers.freshMariaDb());
    corner.migrate("--entities=users", "--keys=1,2,3");
    corner.source().execute("delete from members where id = 2");

    corner.migrate("--mode=DIFF", "--entities=users");

    assertThat(corner.books(), is(List.of("users read 4 unchanged 2 skipped 1 gone 1")));
    assertThat(
        corner.outcomes("users"), is(List.of("1 LOADED", "2 GONE", "3 LOADED", "4 SKIPPED")));
    corner.migrate("--mode=DIFF", "--entities=users");
    assertThat(corner.books(), is(List.of("users read 3 unchanged 3")));
  }

  @Test
  void looksAtSingleKeys() throws Exception {
    Crossing corner = corner(TestServers.freshMariaDb());
    corner.migrate();
    corner
        .source()
        .execute(
            "update members set name = 'x' where id in (1, 2)", "delete from members where id = 3");

    corner.migrate("--mode=DIFF", "--entities=users", "--keys=1,3");

    assertThat(corner.books(), is(List.of("users read 2 loaded 1 gone 1")));
    assertThat(
        Journey.rows(corner.target(), "select id || ' ' || name from users order by id"),
        is(List.of("1001 x", "1002 bob", "1003 cid")));
  }

  @Test
  void worksOnFlinkToo() throws Exception {
    Crossing corner = corner(TestServers.freshMariaDb());
    corner.migrate();
    corner
        .source()
        .execute(
            "update members set name = 'x' where id = 1",
            "insert into ads values (6, 2, 'fox')",
            "delete from ads where id = 2");

    corner.migrate("--mode=DIFF", "--runner=FlinkRunner", "--flinkMaster=[local]");

    assertThat(
        corner.books(),
        is(List.of("ads read 5 loaded 1 unchanged 3 gone 1", "users read 4 loaded 1 unchanged 3")));
  }
}
