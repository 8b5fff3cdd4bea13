package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.rehome.pipelines.Exit;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/modes/normal.md: each range is read once, and what comes later is DIFF's. */
final class NormalTest {
  private static final String ENTITIES =
      """
      entities:
        users:
          from: members
          where: deleted = 0
          to: users
          id: keep
          fields: { name: name }
        ads:
          from: ads
          to: ads
          id: keep
          fields: { seller_id: { ref: users, from: member_id }, title: title }
      """;

  @TempDir private Path folder;

  @Test
  void readsEachRangeOnce() throws Exception {
    Crossing corner = corner();

    Answer first = corner.migrate();

    assertThat(first.err(), first.exit(), is(Exit.NOT_ACCEPTED));
    assertThat(
        corner.books(),
        is(List.of("ads read 4 loaded 2 rejected 2", "users read 4 loaded 3 skipped 1")));
    assertThat(
        corner.outcomes("ads"),
        is(
            List.of(
                "1 LOADED",
                "2 LOADED",
                "3 REJECTED PARENT_NOT_LOADED",
                "4 REJECTED PARENT_MISSING")));

    corner.source().execute("insert into members values (9, 'ida', 0)");
    Answer second = corner.migrate();

    assertThat(second.err(), second.exit(), is(Exit.OK));
    assertThat(corner.books(), is(empty()));

    Answer diff = corner.migrate("--mode=DIFF");

    assertThat(diff.err(), diff.exit(), is(Exit.OK));
    assertThat(
        Journey.rows(corner.target(), "select id || ' ' || seller_id from ads order by id"),
        is(List.of("1 1", "2 2", "4 9")));
  }

  private Crossing corner() throws Exception {
    Database source = TestServers.freshMariaDb();
    source.execute(
        "create table members (id int primary key, name varchar(20), deleted int not null)",
        "create table ads (id int primary key, member_id int, title varchar(20))",
        "insert into members values (1, 'ann', 0), (2, 'bob', 0), (3, 'cid', 0), (4, 'dan', 1)",
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
}
