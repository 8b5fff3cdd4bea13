package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.rehome.pipelines.Exit;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code missing:} on a reference of a record to another of its own entity or cycle: what stands
 * for a parent stands there too, whyever the parent does not come.
 */
final class MissingInACycleTest {
  private static final String PLAN =
      """
        members:
          from: members
          to: members
          id: keep
          fields: { name: name, friend_id: { ref: members, from: friend, missing: null } }
      """;

  @TempDir private Path folder;
  private SmallMove move;

  @BeforeEach
  void begin() throws Exception {
    move = SmallMove.begin(folder, PLAN);
    move.source()
        .execute(
            "create table members (id int primary key, name varchar(9), friend int)",
            "insert into members values (1, 'ann', 2), (2, 'bob', 99), (3, 'cid', 4),"
                + " (4, 'bad', 1), (5, 'self', 5), (6, 'flo', 5), (7, 'gus', 6), (8, 'hal', null)");
    move.target()
        .execute(
            "create table members (id int primary key, name text check (name <> 'bad'),"
                + " friend_id int references members, check (friend_id <> id))");
  }

  /** Unknown, refused where it is placed, refused where it is linked. */
  @Test
  void standsForEveryParentThatDoesNotCome() throws Exception {
    assertThat(move.migrate().exit(), is(Exit.NOT_ACCEPTED));

    assertThat(rejected(), contains("4 TARGET_REFUSED", "5 TARGET_REFUSED"));
    assertThat(friends(), contains("1 2", "2", "3", "6", "7 6", "8"));
    assertThat(standIns(), contains("2 99", "3 4", "6 5"));
    assertThat(unbalanced(), is(empty()));
  }

  @Test
  void isFollowedByTheParentThatComesLater() throws Exception {
    move.migrate();
    move.source()
        .execute(
            "insert into members values (99, 'zoe', 2)",
            "update members set name = 'dan' where id = 4",
            "update members set friend = 1 where id = 5");

    assertThat(move.migrate("--mode=DIFF").exit(), is(Exit.OK));

    assertThat(friends(), contains("1 2", "2 99", "3 4", "4 1", "5 1", "6 5", "7 6", "8", "99 2"));
    assertThat(standIns(), is(empty()));
    assertThat(move.migrate("--mode=VERIFY").exit(), is(Exit.OK));
  }

  /** The source holds 'BOB' for 'bob'; a member it does not know is no member. */
  @Test
  void knowsParentsThatAreSpelledOtherwise() throws Exception {
    move.plan(
        """
          people:
            from: people
            to: people
            id: keep
            fields:
              boss_id: { ref: people, from: boss }
              friend_id: { ref: people, from: friend, missing: null }
        """);
    move.source()
        .execute(
            "create table people (id varchar(9) collate utf8mb4_general_ci primary key,"
                + " boss varchar(9), friend varchar(9))",
            "insert into people values ('ann', 'BOB', 'Cid'), ('bob', null, 'nobody'), ('cid', 'ANN ', 'cid')");
    move.target()
        .execute(
            "create table people (id text primary key, boss_id text references people,"
                + " friend_id text references people)");

    assertThat(move.migrate().exit(), is(Exit.OK));

    assertThat(
        Journey.rows(
            move.target(), "select concat_ws(' ', id, boss_id, friend_id) from people order by 1"),
        contains("ann bob cid", "bob", "cid ann cid"));
    assertThat(standIns(), contains("bob nobody"));
  }

  private List<String> friends() throws Exception {
    return Journey.rows(
        move.target(), "select concat_ws(' ', id, friend_id) from members order by id");
  }

  private List<String> rejected() throws Exception {
    return Journey.rows(
        move.store(), "select source_key || ' ' || reason from rehome.rejections order by 1");
  }

  private List<String> standIns() throws Exception {
    return Journey.rows(
        move.store(), "select child_key || ' ' || parent_key from rehome.stand_in order by 1");
  }

  private List<String> unbalanced() throws Exception {
    return Journey.rows(move.store(), "select entity from rehome.books where not balanced");
  }
}
