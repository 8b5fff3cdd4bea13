package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.rehome.pipelines.Exit;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lookup's row changes, and the rows that ask it do not. */
final class ChangedLookupTest {
  @TempDir private Path folder;

  @Test
  void sendsThoseWhoAskItIntoDiff() throws Exception {
    Database source = TestServers.freshMariaDb();
    source.execute(
        "create table breed (breed_id int primary key, name varchar(20))",
        "create table pets (id int primary key, breed int, name varchar(20))",
        "insert into breed values (1, 'tabby'), (2, 'poodle')",
        "insert into pets values (1, 1, 'tom'), (2, 2, 'rex'), (3, 1, 'kit')");
    Crossing corner = Crossing.from(folder, source);
    corner.target().execute("create table pets (id int primary key, breed text, name text)");
    corner.plan(
        """
        lookups:
          breeds: { table: breed, key: breed_id }
        entities:
          pets:
            from: pets
            to: pets
            id: keep
            fields: { breed: "lookup('breeds', breed).name", name: name }
        """);
    corner.migrate();

    source.execute("update breed set name = 'ginger' where breed_id = 1");
    Answer answer = corner.migrate("--mode=DIFF");

    assertThat(answer.err(), answer.exit(), is(Exit.OK));
    assertThat(corner.books(), is(List.of("pets read 3 loaded 2 unchanged 1")));
    assertThat(
        Journey.rows(
            corner.target(), "select concat_ws(' ', id, breed, name) from pets order by 1"),
        is(List.of("1 ginger tom", "2 poodle rex", "3 ginger kit")));
    corner.migrate("--mode=DIFF");
    assertThat(corner.books(), is(List.of("pets read 3 unchanged 3")));
  }
}
