package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.rehome.pipelines.Exit;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What DIFF does about rows that are gone from the source, as {@code deletes:} says. */
final class DiffDeletesTest {
  @TempDir private Path folder;

  private Crossing corner(String users, String ads) throws Exception {
    Database source = TestServers.freshMariaDb();
    source.execute(
        "create table members (id int primary key, boss int, name varchar(20))",
        "create table ads (id int primary key, member_id int, title varchar(20))",
        "insert into members values (1, null, 'ann'), (2, 1, 'bob'), (3, 2, 'cid'), (4, 2, 'dan')",
        "insert into ads values (1, 1, 'cat'), (2, 2, 'dog'), (3, 3, 'cow'), (4, 4, 'hen')");
    Crossing corner = Crossing.from(folder, source);
    corner
        .target()
        .execute(
            "create table users (id int primary key, boss_id int references users, name text,"
                + " status text not null default 'active')",
            "create table ads (id int primary key, seller_id int references users, title text)");
    corner.plan(
        """
        entities:
          users:
            from: members
            to: users
            id: keep
            deletes: %s
            fields:
              boss_id: { ref: users, from: boss }
              name: name
          ads:
            from: ads
            to: ads
            id: keep
            deletes: %s
            fields:
              seller_id: { ref: users, from: member_id }
              title: title
        """
            .formatted(users, ads));
    corner.migrate();
    return corner;
  }

  @Test
  void childrenAreDeletedBeforeTheirParentsWithinATableToo() throws Exception {
    Crossing corner = corner("delete", "delete");
    corner
        .source()
        .execute("delete from ads where id in (2, 3, 4)", "delete from members where id > 1");

    Answer answer = corner.migrate("--mode=DIFF", "--max-deletes=100%");

    assertThat(answer.err(), answer.exit(), is(Exit.OK));
    assertThat(
        corner.books(),
        is(List.of("ads read 4 unchanged 1 gone 3", "users read 4 unchanged 1 gone 3")));
    assertThat(ids(corner, "users"), is(List.of("1")));
    assertThat(ids(corner, "ads"), is(List.of("1")));
    assertThat(
        "nothing is confirmed any more",
        Journey.rows(
            corner.store(),
            "select source_key from rehome.records where entity = 'users' and outcome = 'GONE'"
                + " and confirmed_document is null and target_key is null order by 1"),
        is(List.of("2", "3", "4")));
  }

  @Test
  void moreThanIsAllowedAreHeldBackAllOfThem() throws Exception {
    Crossing corner = corner("delete", "delete");
    corner
        .source()
        .execute("delete from ads where id in (3, 4)", "delete from members where id = 4");

    Answer answer = corner.migrate("--mode=DIFF", "--max-deletes=1");

    assertThat(answer.exit(), is(Exit.NOT_ACCEPTED));
    assertThat(
        answer.out() + answer.err(),
        containsString("ads: 2 of 4 records are gone from the source, more than --max-deletes=1"));
    assertThat(ids(corner, "users"), is(List.of("1", "2", "3", "4")));
    assertThat(ids(corner, "ads"), is(List.of("1", "2", "3", "4")));

    corner.migrate("--mode=DIFF", "--max-deletes=2");
    assertThat(ids(corner, "users"), is(List.of("1", "2", "3")));
    assertThat(ids(corner, "ads"), is(List.of("1", "2")));
  }

  @Test
  void fieldsAreSetAndTheRowIsLoadedAgainWhenItReturns() throws Exception {
    Crossing corner = corner("{ set: { status: closed, name: gone } }", "report");
    corner.source().execute("delete from members where id = 3");
    corner.migrate("--mode=DIFF", "--max-deletes=1");
    assertThat(
        names(corner),
        is(List.of("1 ann active", "2 bob active", "3 gone closed", "4 dan active")));
    corner.migrate("--mode=DIFF");
    assertThat(corner.books(), is(List.of("ads read 4 unchanged 4", "users read 3 unchanged 3")));

    corner.source().execute("insert into members values (3, 2, 'cid')");
    Answer answer = corner.migrate("--mode=DIFF");

    assertThat(answer.err(), answer.exit(), is(Exit.OK));
    assertThat(names(corner).get(2), is("3 cid closed"));
    assertThat(corner.outcomes("users").get(2), is("3 LOADED"));
  }

  @Test
  void aDeletedRowIsLoadedAgainWhenItReturns() throws Exception {
    Crossing corner = corner("report", "delete");
    corner.source().execute("delete from ads where id = 4");
    corner.migrate("--mode=DIFF", "--max-deletes=50%");
    assertThat(ids(corner, "ads"), is(List.of("1", "2", "3")));

    corner.source().execute("insert into ads values (4, 4, 'owl')");
    corner.migrate("--mode=DIFF");

    assertThat(ids(corner, "ads"), is(List.of("1", "2", "3", "4")));
    assertThat(corner.outcomes("ads").get(3), is("4 LOADED"));
  }

  @Test
  void aRowThatSomebodyElseChangedOrNeedsIsNotDeleted() throws Exception {
    Crossing corner = corner("delete", "delete");
    corner
        .source()
        .execute("delete from ads where id in (3, 4)", "delete from members where id = 4");
    corner
        .target()
        .execute(
            "update ads set title = 'mine' where id = 3",
            "create table notes (id int primary key, user_id int references users)",
            "insert into notes values (1, 4)");

    Answer answer = corner.migrate("--mode=DIFF", "--max-deletes=90%");

    assertThat(answer.exit(), is(Exit.NOT_ACCEPTED));
    assertThat(ids(corner, "ads"), is(List.of("1", "2", "3")));
    assertThat(
        corner.outcomes("ads").subList(2, 4), is(List.of("3 REJECTED TARGET_CHANGED", "4 GONE")));
    assertThat(corner.outcomes("users").get(3), is("4 REJECTED TARGET_REFUSED"));
    assertThat(
        corner.books(),
        is(
            List.of(
                "ads read 4 unchanged 2 rejected 1 gone 1",
                "users read 4 unchanged 3 rejected 1")));

    corner.target().execute("drop table notes");
    corner.migrate("--mode=DIFF", "--max-deletes=90%");
    assertThat(ids(corner, "users"), is(List.of("1", "2", "3")));
  }

  @Test
  void retryFailedDeletesWhatTheTargetHeldOnTo() throws Exception {
    Crossing corner = corner("delete", "delete");
    corner.source().execute("delete from ads where id = 4", "delete from members where id = 4");
    corner
        .target()
        .execute(
            "create table notes (id int primary key, user_id int references users)",
            "insert into notes values (1, 4)");
    corner.migrate("--mode=DIFF", "--max-deletes=90%");
    corner.migrate("--mode=RETRY_FAILED", "--max-deletes=90%");
    assertThat(corner.outcomes("users").get(3), is("4 REJECTED TARGET_REFUSED"));
    corner.target().execute("drop table notes");

    Answer heldBack = corner.migrate("--mode=RETRY_FAILED");
    assertThat(heldBack.err(), heldBack.exit(), is(Exit.NOT_ACCEPTED));
    assertThat(ids(corner, "users"), is(List.of("1", "2", "3", "4")));
    Answer answer = corner.migrate("--mode=RETRY_FAILED", "--max-deletes=90%");

    assertThat(answer.err(), answer.exit(), is(Exit.OK));
    assertThat(ids(corner, "users"), is(List.of("1", "2", "3")));
    assertThat(corner.outcomes("users").get(3), is("4 GONE"));
    assertThat(corner.books(), is(List.of("users read 1 gone 1")));
  }

  private static List<String> ids(Crossing corner, String table) throws SQLException {
    return Journey.rows(corner.target(), "select id from " + table + " order by id");
  }

  private static List<String> names(Crossing corner) throws SQLException {
    return Journey.rows(
        corner.target(), "select concat_ws(' ', id, name, status) from users order by id");
  }
}
