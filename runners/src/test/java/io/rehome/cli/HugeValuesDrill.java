package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A value of 100 MB, fifty of 10 MB and twenty thousand of 10 kB pass through every mode, byte by
 * byte: through NORMAL with a heap of 512 MB, through the others with 1 GB. Run with {@code
 * -Pdrill}.
 */
final class HugeValuesDrill {
  private static final int MINUTES = 15;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"DirectRunner", "FlinkRunner"})
  void passThroughEveryMode(String runner) throws Exception {
    Crossing crossing = documents();
    run(crossing, runner, "NORMAL", "512m");
    assertSame(crossing);
    crossing
        .source()
        .execute(
            "update documents set body = concat('changed ', body) where id % 1000 = 1",
            "insert into documents values (100001, repeat('new', 1000000))");
    run(crossing, runner, "DIFF", "1g");
    assertSame(crossing);
    crossing.target().execute("delete from documents where id % 1000 = 1");
    run(crossing, runner, "FIND_MISSING", "1g");
    assertSame(crossing);
    run(crossing, runner, "VERIFY", "1g");
    crossing.write(entities("second"));
    run(crossing, runner, "LOCAL_DIFF", "1g");
    assertSame(crossing);
    assertThat(
        Journey.rows(crossing.target(), "select count(*) from documents where note = 'second'"),
        is(List.of("20052")));
  }

  private Crossing documents() throws Exception {
    Database source = TestServers.freshMariaDb();
    source.execute(
        "create table documents (id int primary key, body longtext not null)",
        "insert into documents select seq, repeat(md5(seq), 313) from seq_1_to_20000",
        "insert into documents select 30000 + seq, repeat(md5(seq), 327680) from seq_1_to_50",
        "insert into documents select 40001, repeat(md5('one'), 3276800)");
    Crossing crossing = Crossing.from(folder, source);
    crossing
        .target()
        .execute("create table documents (id int primary key, body text not null, note text)");
    return crossing.plan(entities("first"));
  }

  private static String entities(String note) {
    return "entities:\n  documents: { from: documents, to: documents, id: keep,"
        + " fields: { body: body, note: \"'%s'\" } }\n".formatted(note);
  }

  private void run(Crossing crossing, String runner, String mode, String heap) throws Exception {
    List<String> arguments = new ArrayList<>(crossing.migration("--mode=" + mode));
    arguments.add("--runner=" + runner);
    Process process = new JavaProcess(Rehome.class).asLaunched(heap).start(folder, arguments);
    boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
    process.destroy();
    assertThat(mode + ": " + Files.readString(folder.resolve("process.log")), ended, is(true));
    assertThat(
        mode + ": " + Files.readString(folder.resolve("process.log")), process.exitValue(), is(0));
  }

  private static void assertSame(Crossing crossing) throws Exception {
    String digest = "select concat(id, ' ', md5(body)) from documents order by id";
    assertThat(
        Journey.rows(crossing.target(), digest).equals(Journey.rows(crossing.source(), digest)),
        is(true));
  }
}
