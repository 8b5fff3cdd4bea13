package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.rehome.testdata.servers.Accounts;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked example of docs/concepts/books.md. */
final class BooksExampleTest {
  private static final Path PAGE = Path.of("../docs/concepts/books.md");
  private static final String FINISHED = "select count(*) from rehome.key_range where state = 'F'";

  @TempDir private Path folder;

  private final Database source = TestServers.freshMariaDb();
  private final Database target = TestServers.freshPostgres();
  private final Database store = TestServers.freshPostgres();

  @Test
  void theBooksOfAKilledRunAndItsContinuationAreAsThePageSays() throws Exception {
    fill();
    Path plan = plan();
    DbaScript.initStore(plan, target, store);

    killWhenSixRangesAreFinished(plan);
    Answer.to("migrate", "--plan=" + plan, "--reports=" + folder.resolve("reports"));

    assertThat(
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.matches(".*\\d\\d,?000 \\|.*"))
            .toList(),
        is(
            List.of(
                "| first run, killed " + book(1),
                "| second run " + book(2),
                "| campaign " + totals())));
    assertThat(
        Journey.rows(target, "select count(*) || ' ' || count(distinct id) from things"),
        is(List.of("99000 99000")));
  }

  private void fill() {
    source.execute(
        "create table things (id int primary key, name varchar(40))",
        "insert into things select seq, if(seq % 100 = 0, null, concat('thing ', seq))"
            + " from seq_1_to_100000",
        "analyze table things");
    target.execute("create table things (id int primary key, name varchar(40) not null)");
  }

  private Path plan() throws Exception {
    Path password = Files.writeString(folder.resolve("password"), "");
    String database = "{ jdbc: '%s', user: %s, password: '${file:" + password + "}' }%n";
    return Files.writeString(
        folder.resolve("plan.yaml"),
        "marketplace: corner\nsource: "
            + database.formatted(source.jdbcUrl(), Accounts.reader(source).user())
            + "target: "
            + database.formatted(target.jdbcUrl(), Accounts.loader(target).user())
            + "store: "
            + database.formatted(store.jdbcUrl(), Accounts.keeper(store).user())
            + "entities:\n  things: { from: things, to: things, id: keep, fields: { name: name } }\n");
  }

  private void killWhenSixRangesAreFinished(Path plan) throws Exception {
    Process run =
        new JavaProcess(Rehome.class)
            .start(
                folder,
                List.of(
                    "migrate", "--plan=" + plan, "--targetParallelism=1", "--maxReadRate=10000"));
    try {
      while (finished() < 6 && run.isAlive()) {
        Thread.sleep(10);
      }
    } finally {
      run.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
    assertThat(finished(), is(6));
  }

  private int finished() throws Exception {
    return Integer.parseInt(Journey.rows(store, FINISHED).get(0));
  }

  private String book(int run) throws Exception {
    return Journey.rows(
            store,
            "select format('| %s | %s | %s |', to_char(b.read, 'FM999,999'),"
                + " to_char(b.loaded + b.unchanged, 'FM999,999'), to_char(b.rejected, 'FM999,999'))"
                + " from rehome.books b join rehome.runs r using (run) where b.balanced"
                + " order by r.started")
        .get(run - 1);
  }

  private String totals() throws Exception {
    return Journey.rows(
            store,
            "select format('| %s | %s | %s |', to_char(count(*), 'FM999,999'),"
                + " to_char(count(*) filter (where outcome = 'LOADED'), 'FM999,999'),"
                + " to_char(count(*) filter (where outcome = 'REJECTED'), 'FM999,999'))"
                + " from rehome.records")
        .get(0);
  }
}
