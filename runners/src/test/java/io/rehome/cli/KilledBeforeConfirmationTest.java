package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.rehome.pipelines.Exit;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows that a killed run wrote and did not confirm, and whose source is no good any more when the
 * next run comes.
 */
final class KilledBeforeConfirmationTest {
  private static final String PLAN =
      """
        owners:
          from: owners
          where: active = 1
          to: owners
          id: keep
          fields: { name: name }
          check:
            - { that: "name != 'bad'", else: "a bad one" }
        pets:
          from: pets
          to: pets
          id: keep
          fields: { name: name, owner_id: { ref: owners, from: owner_id } }
        nodes:
          from: nodes
          to: nodes
          id: keep
          fields: { name: name, parent_id: { ref: nodes, from: parent_id } }
          check:
            - { that: "name != 'bad'", else: "a bad one" }
      """;

  @TempDir private Path folder;
  private SmallMove move;

  @BeforeEach
  void begin() throws Exception {
    move = SmallMove.begin(folder, PLAN);
    source(
        "create table owners (id int primary key, name varchar(9), active int)",
        "create table pets (id int primary key, name varchar(9), owner_id int)",
        "create table nodes (id int primary key, name varchar(9), parent_id int)",
        "insert into owners values (1, 'ann', 1), (2, 'bob', 1), (3, 'cid', 1), (4, 'dan', 1)",
        "insert into pets values (1, 'rex', 1), (2, 'max', 2), (3, 'tom', 3)",
        "insert into nodes values (1, 'root', null), (2, 'b', 1), (3, 'c', 2), (4, 'd', 1)");
    move.target()
        .execute(
            "create table owners (id int primary key, name text check (name <> 'no'))",
            "create table pets (id int primary key, name text, owner_id int references owners)",
            "create table nodes (id int primary key, name text, parent_id int references nodes)");
    assertThat(move.migrate().exit(), is(Exit.OK));
  }

  @Test
  void areTakenOutWhenTheirRecordIsRejectedOrSkipped() throws Exception {
    killedBeforeConfirmation();
    source(
        "update owners set name = 'bad' where id = 1",
        "update owners set active = 0 where id = 2",
        "update owners set name = 'no' where id = 3");

    assertThat(move.migrate().exit(), is(Exit.NOT_ACCEPTED));

    assertThat(outcomes("owners"), contains("1 REJECTED", "2 SKIPPED", "3 REJECTED", "4 LOADED"));
    assertThat(outcomes("pets"), contains("1 REJECTED", "2 REJECTED", "3 REJECTED"));
    assertThat(target("owners"), contains("4 dan"));
    assertThat(target("pets"), is(empty()));
    assertThat(unsettled(), is(empty()));
  }

  @Test
  void areTakenOutWhenTheirRecordIsGone() throws Exception {
    killedBeforeConfirmation();
    source("delete from pets where id = 3", "delete from owners where id = 3");

    Answer answer = move.migrate();

    assertThat(answer.toString(), answer.exit(), is(Exit.OK));

    assertThat(outcomes("owners").get(2), is("3 GONE"));
    assertThat(target("owners"), contains("1 ann", "2 bob", "4 dan"));
    assertThat(target("pets"), contains("1 rex", "2 max"));
    assertThat(unsettled(), is(empty()));
    assertThat(
        Journey.rows(
            move.store(),
            "select concat_ws(' ', entity, read, loaded, unchanged, gone, balanced) from rehome.books"
                + " where gone > 0 order by 1"),
        contains("owners 4 3 0 1 t", "pets 3 2 0 1 t"));
  }

  @Test
  void areTakenOutOfACycleWithWhatHangsOnThem() throws Exception {
    killedBeforeConfirmation();
    source("update nodes set name = 'bad' where id = 2");

    move.migrate("--restart");

    assertThat(outcomes("nodes"), contains("1 LOADED", "2 REJECTED", "3 REJECTED", "4 LOADED"));
    assertThat(target("nodes"), contains("1 root", "4 d"));
  }

  @Test
  void giveWayToWhatWasConfirmedBeforeThem() throws Exception {
    source("update owners set name = 'new' where id < 3");
    move.migrate("--mode=DIFF");
    killed("owners", "order by id desc limit 1");
    source("update owners set name = 'bad' where id = 1");

    move.migrate("--mode=RETRY_FAILED");

    assertThat(outcomes("owners").subList(0, 2), contains("1 REJECTED", "2 LOADED"));
    assertThat(target("owners").subList(0, 2), contains("1 ann", "2 new"));
    assertThat(confirmed("1"), contains("{\"id\":1,\"name\":\"ann\"}"));
  }

  @Test
  void areLeftAloneWhereSomebodyElseChangedThem() throws Exception {
    killedBeforeConfirmation();
    source("update owners set name = 'bad' where id = 4");
    move.target().execute("update owners set name = 'mine' where id = 4");

    move.migrate();

    assertThat(target("owners"), contains("1 ann", "2 bob", "3 cid", "4 mine"));
  }

  /** The store as a killed run leaves it: all was sent, and nothing was heard. */
  private void killedBeforeConfirmation() throws SQLException {
    store("update rehome.page set confirmed_at = null");
    store("update rehome.key_range set state = 'O', finished_at = null, balanced = null");
  }

  private void killed(String entity, String which) throws SQLException {
    store(
        "update rehome.page set confirmed_at = null where id in (select p.id from rehome.page p"
            + " join rehome.entity e on e.id = p.entity where e.name = '%s' %s)"
                .formatted(entity, which.replace("by id", "by p.id")));
  }

  private void store(String sql) throws SQLException {
    move.store().execute(sql);
  }

  private void source(String... statements) throws SQLException {
    move.source().execute(statements);
  }

  private List<String> target(String table) throws SQLException {
    return Journey.rows(
        move.target(), "select concat(id, ' ', name) from %s order by id".formatted(table));
  }

  private List<String> outcomes(String entity) throws SQLException {
    return records("source_key || ' ' || outcome", "entity = '" + entity + "'");
  }

  private List<String> confirmed(String owner) throws SQLException {
    return records("confirmed_document", "entity = 'owners' and source_key = '" + owner + "'");
  }

  private List<String> records(String what, String which) throws SQLException {
    return Journey.rows(
        move.store(),
        "select %s from rehome.records where %s order by source_key".formatted(what, which));
  }

  private List<String> unsettled() throws SQLException {
    return Journey.rows(
        move.store(),
        "select source_key from rehome.record where unsettled is not null and state <> 'L'");
  }
}
