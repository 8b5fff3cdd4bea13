package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.rehome.pipelines.Exit;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parents and keys of rarer kinds. */
final class KeyedByParentsTest {
  @TempDir private Path folder;

  @Test
  void childrenFindParentsWhoseKeysAreBytes() throws Exception {
    SmallMove move =
        SmallMove.begin(
            folder,
            """
              users:
                from: users
                to: users
                id: keep
                fields: { name: name }
              pets:
                from: pets
                to: pets
                id: keep
                fields: { owner: { ref: users, from: owner } }
            """);
    move.source()
        .execute(
            "create table users (id binary(4) primary key, name varchar(9))",
            "create table pets (id int primary key, owner binary(4))",
            "insert into users values (x'00ff10ab', 'ann')",
            "insert into pets values (1, x'00ff10ab'), (2, x'00000000')");
    move.target()
        .execute(
            "create table users (id bytea primary key, name text)",
            "create table pets (id int primary key, owner bytea references users)");

    assertThat(move.migrate().exit(), is(Exit.NOT_ACCEPTED));

    assertThat(
        Journey.rows(move.target(), "select id || encode(owner, 'hex') from pets"),
        contains("100ff10ab"));
    assertThat(
        Journey.rows(move.store(), "select source_key || reason from rehome.rejections"),
        contains("2PARENT_MISSING"));
  }

  @Test
  void aKeyThatLeadsBackToItsOwnRecordIsRefusedWithThePlan() throws Exception {
    SmallMove move =
        SmallMove.begin(
            folder,
            """
              users:
                from: users
                to: users
                id: keep
                fields: { profile: { ref: profiles, from: profile } }
              profiles:
                from: profiles
                to: profiles
                id: [user_id]
                fields: { user_id: { ref: users, from: user_id }, text: text }
            """);
    move.source()
        .execute(
            "create table users (id int primary key, profile int)",
            "create table profiles (user_id int primary key, text varchar(9))");
    move.target()
        .execute(
            "create table users (id int primary key, profile int)",
            "create table profiles (user_id int primary key references users, text text)");

    Answer answer = move.migrate();

    assertThat(answer.exit(), is(Exit.PLAN_WRONG));
    assertThat(
        answer.err(),
        containsString(
            "plan.yaml:15:31 entities.profiles.fields.user_id.ref: is part of the key of profiles,"
                + " and leads back to profiles"));
    assertThat(answer.err(), containsString("give the table a key without it"));
  }
}
