package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A value that does not fit into the memory that Java was given. */
final class TooLittleMemoryTest {
  private static final String PLAN =
      """
        documents: { from: documents, to: documents, id: keep, fields: { body: body } }
      """;

  @TempDir private Path folder;

  @Test
  void isNamedWithWhatToDoAndTheSameCommandContinuesWithMore() throws Exception {
    SmallMove move = SmallMove.begin(folder, PLAN);
    move.source()
        .execute(
            "create table documents (id int primary key, body longtext not null)",
            "insert into documents values (1, 'short'), (2, repeat('long', 15000000))");
    move.target().execute("create table documents (id int primary key, body text not null)");

    Process poor = new JavaProcess(Rehome.class).with("-Xmx128m").start(folder, move.migration());

    assertThat(poor.waitFor(), is(3));
    String told = Files.readString(folder.resolve("process.log"));
    assertThat(told, containsString("is too small for the records; give it more"));
    assertThat(told, containsString("What is done is safe: the same command continues"));

    Process rich = new JavaProcess(Rehome.class).start(folder, move.migration());
    assertThat(rich.waitFor(), is(0));
    assertThat(
        Journey.rows(move.target(), "select id, length(body) from documents order by 1").size(),
        is(2));
  }
}
