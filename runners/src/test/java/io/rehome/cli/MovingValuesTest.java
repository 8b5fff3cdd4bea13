package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.rehome.pipelines.Exit;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unique values that go from one record to another between two runs. */
final class MovingValuesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "email varchar(60) not null unique",
        "email text unique",
        "email text not null unique deferrable"
      })
  void loadInOneRunInCirclesAndChains(String email) throws Exception {
    Database source = TestServers.freshMariaDb();
    source.execute(
        "create table members (id int primary key, email varchar(60))",
        "insert into members select seq, concat(char(96 + seq), '@x') from seq_1_to_9");
    Crossing corner = Crossing.from(folder, source);
    corner.target().execute("create table users (id int primary key, " + email + ")");
    corner.plan(
        "entities:\n  users: { from: members, to: users, id: keep, fields: { email: email } }\n");
    corner.migrate();

    source.execute(
        "update members set email = elt(id, 'b@x', 'c@x', 'a@x', 'e@x', 'f@x', 'new@x', 'h@x')"
            + " where id < 8",
        "insert into members values (10, 'd@x'), (11, 'i@x')");
    Answer answer = corner.migrate("--mode=DIFF");

    assertThat("11 wants what 9 keeps", answer.exit(), is(Exit.NOT_ACCEPTED));
    assertThat(
        Journey.rows(corner.target(), "select id || ' ' || email from users order by id"),
        is(
            List.of(
                "1 b@x", "2 c@x", "3 a@x", "4 e@x", "5 f@x", "6 new@x", "7 g@x", "8 h@x", "9 i@x",
                "10 d@x")));
    assertThat(
        corner.outcomes("users"),
        is(
            List.of(
                "1 LOADED",
                "10 LOADED",
                "11 REJECTED DUPLICATE",
                "2 LOADED",
                "3 LOADED",
                "4 LOADED",
                "5 LOADED",
                "6 LOADED",
                "7 REJECTED DUPLICATE",
                "8 LOADED",
                "9 LOADED")));
    assertThat(corner.books(), is(List.of("users read 11 loaded 7 unchanged 2 rejected 2")));
  }
}
