package io.rehome.io.jdbc;

import static io.rehome.io.jdbc.TargetFixture.fresh;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;

import org.junit.jupiter.api.Test;

final class TargetSequencesTest {

  @Test
  void stepsAboveTheHighestKeyOfIdentitiesAndSerials() {
    var fixture =
        new TargetFixture(
            "create schema \"it's\"",
            "create table \"it's\".\"User\" (id bigint generated always as identity primary key,"
                + " \"Nr\" serial, name text)");
    var shape = fixture.shape("it's.User");
    fixture.load(shape, fresh(shape, 41L, 7L, "Ann"));

    fixture.target.advanceSequences(shape);
    fixture.database.execute("insert into \"it's\".\"User\" (name) values ('next')");

    assertThat(
        fixture.rows("select id, \"Nr\" from \"it's\".\"User\" order by 1"),
        contains("41 7", "42 8"));
  }

  @Test
  void leavesAnEmptyTableAndASequenceThatIsAheadAsTheyAre() {
    var fixture =
        new TargetFixture(
            "create table empty (id serial primary key)",
            "create table ahead (id serial primary key)",
            "select setval('ahead_id_seq', 1000)");
    var ahead = fixture.shape("ahead");
    fixture.load(ahead, fresh(ahead, 5L));

    fixture.target.advanceSequences(fixture.shape("empty"));
    fixture.target.advanceSequences(ahead);
    fixture.target.advanceSequences(ahead);
    fixture.database.execute(
        "insert into empty default values", "insert into ahead default values");

    assertThat(fixture.rows("select id from empty"), contains("1"));
    assertThat(fixture.rows("select id from ahead order by 1"), contains("5", "1001"));
  }

  @Test
  void leavesASequenceAloneThatTheColumnDoesNotOwn() {
    var fixture =
        new TargetFixture(
            "create sequence shared",
            "create table t (id bigint primary key default nextval('shared'))");
    var shape = fixture.shape("t");
    fixture.load(shape, fresh(shape, 41L));

    fixture.target.advanceSequences(shape);

    assertThat(fixture.rows("select nextval('shared')"), contains("1"));
  }
}
