package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.rehome.pipelines.Exit;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of a cycle that the target refuses by rules of its own, which no plan shows. */
final class RefusedInACycleTest {
  private static final String PLAN =
      """
        teams:
          from: teams
          to: teams
          id: keep
          fields: { name: name, lead_id: { ref: people, from: lead_id } }
        people:
          from: people
          to: people
          id: keep
          fields: { name: name, team_id: { ref: teams, from: team_id } }
        nodes:
          from: nodes
          to: nodes
          id: keep
          fields: { name: name, parent_id: { ref: nodes, from: parent_id } }
      """;

  private static final String REFUSE_BAD =
      """
      create function refuse() returns trigger language plpgsql as $$
        begin
          if new.name = 'bad' then raise exception 'no bad ones here'; end if;
          return new;
        end $$
      """;

  @TempDir private Path folder;
  private SmallMove move;

  @BeforeEach
  void begin() throws Exception {
    move = SmallMove.begin(folder, PLAN);
    move.source()
        .execute(
            "create table teams (id int primary key, name varchar(9), lead_id int)",
            "create table people (id int primary key, name varchar(9), team_id int not null)",
            "create table nodes (id int primary key, name varchar(9), parent_id int)",
            "insert into teams values (1, 'a', 11), (2, 'b', 21), (3, 'c', 11)",
            "insert into people values (11, 'ann', 1), (12, 'abe', 1), (21, 'bad', 2), (22, 'bob', 2)",
            "insert into nodes values (1, 'root', null), (2, 'bad', 1), (3, 'c', 2), (4, 'd', 3),"
                + " (5, 'e', 1), (6, 'own', 6), (7, 'g', 6)");
    move.target()
        .execute(
            "create table teams (id int primary key, name text, lead_id int)",
            "create table people (id int primary key, name text, team_id int not null"
                + " references teams)",
            "alter table teams add foreign key (lead_id) references people",
            "create table nodes (id int primary key, name text, parent_id int references nodes)",
            REFUSE_BAD);
    for (String table : List.of("people", "nodes")) {
      move.target()
          .execute(
              "create trigger refuse before insert or update on %s for each row execute function refuse()"
                  .formatted(table));
    }
  }

  @Test
  void takeOutWhatWasPlacedBeforeThemAndHangsOnThem() throws Exception {
    assertThat(move.migrate().exit(), is(Exit.NOT_ACCEPTED));

    assertThat(
        rejections(),
        contains(
            "nodes/2 LOAD TARGET_REFUSED",
            "nodes/3 REFERENCE PARENT_NOT_LOADED",
            "nodes/4 REFERENCE PARENT_NOT_LOADED",
            "people/21 LOAD TARGET_REFUSED",
            "people/22 REFERENCE PARENT_NOT_LOADED",
            "teams/2 REFERENCE PARENT_NOT_LOADED"));
    assertThat(target("nodes"), contains("1>null", "5>1", "6>6", "7>6"));
    assertThat(
        Journey.rows(move.target(), "select concat_ws('>', id, lead_id) from teams order by 1"),
        contains("1>11", "3>11"));
    assertThat(
        Journey.rows(move.target(), "select concat_ws('>', id, team_id) from people order by 1"),
        contains("11>1", "12>1"));
    assertThat(
        Journey.rows(move.store(), "select entity from rehome.books where not balanced"),
        is(empty()));
  }

  @Test
  void takeOutWhatWasLinkedToThemToo() throws Exception {
    move.source().execute("update nodes set name = 'c' where id = 2");
    move.target().execute("alter table nodes add check (parent_id <> id)");

    assertThat(move.migrate().exit(), is(Exit.NOT_ACCEPTED));

    assertThat(
        rejections().subList(0, 2),
        contains("nodes/6 LOAD TARGET_REFUSED", "nodes/7 REFERENCE PARENT_NOT_LOADED"));
    assertThat(target("nodes"), contains("1>null", "2>1", "3>2", "4>3", "5>1"));
  }

  @Test
  void getBackWhatTheTargetHeldOfThemBefore() throws Exception {
    move.source().execute("update nodes set name = 'c' where id = 2");
    move.migrate();
    move.source()
        .execute(
            "insert into nodes values (8, 'bad', 1)",
            "update nodes set name = 'new', parent_id = 8 where id = 4");

    move.migrate("--restart");

    assertThat(
        rejections().subList(0, 2),
        contains("nodes/4 REFERENCE PARENT_NOT_LOADED", "nodes/8 LOAD TARGET_REFUSED"));
    assertThat(
        Journey.rows(move.target(), "select name || parent_id from nodes where id = 4"),
        contains("d3"));
  }

  @Test
  void areNotRejectedWhileTheyAreThereEvenIfTheRunIsKilledInBetween() throws Exception {
    move.target()
        .execute(
            "create function wait() returns trigger language plpgsql as $$"
                + " begin perform pg_advisory_xact_lock(7); return old; end $$",
            "create trigger wait before delete on nodes for each row execute function wait()");
    try (Connection blocking = move.target().connect();
        Statement lock = blocking.createStatement()) {
      lock.execute("select pg_advisory_lock(7)");
      killWhenItDeletes();
      assertThat(rejectedAndPresent(), is(empty()));
      assertThat(
          target("nodes"), contains("1>null", "3>null", "4>null", "5>null", "6>null", "7>null"));
    }

    assertThat(move.migrate().exit(), is(Exit.NOT_ACCEPTED));
    assertThat(rejectedAndPresent(), is(empty()));
    assertThat(target("nodes"), contains("1>null", "5>1", "6>6", "7>6"));
  }

  private void killWhenItDeletes() throws Exception {
    Process run = new JavaProcess(Rehome.class).start(folder, move.migration());
    String waiting =
        "select query from pg_stat_activity where query like 'delete%' and wait_event = 'advisory'";
    while (run.isAlive() && Journey.rows(move.target(), waiting).isEmpty()) {
      Thread.sleep(50);
    }
    assertThat("it was still running", run.isAlive(), is(true));
    run.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    move.target()
        .execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where query like 'delete%'");
  }

  private List<String> rejections() throws Exception {
    return Journey.rows(
        move.store(),
        "select concat_ws(' ', entity || '/' || source_key, stage, reason)"
            + " from rehome.rejections order by 1");
  }

  private List<String> target(String table) throws Exception {
    return Journey.rows(
        move.target(),
        "select id || '>' || coalesce(parent_id::text, 'null') from " + table + " order by id");
  }

  private List<String> rejectedAndPresent() throws Exception {
    List<String> present = Journey.rows(move.target(), "select 'nodes/' || id from nodes");
    List<String> rejected =
        Journey.rows(move.store(), "select entity || '/' || source_key from rehome.rejections");
    return present.stream().filter(rejected::contains).toList();
  }
}
