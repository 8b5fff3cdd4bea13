package io.rehome.cli;

import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * DIFF with 0.1 % changed, evenly and then 90 % of it in the newest 5 %, of the whole source and
 * narrowed by a column that tells changes, beside one SELECT of the whole source table through one
 * connection. Asserts nothing. Run with {@code -Pbench}; {@code -Drehome.bench.rows=1000000} is the
 * default.
 */
final class DiffBench {
  private static final String[] NARROWED = {"--mode=DIFF"};
  private static final String[] FULL = {"--mode=DIFF", "--full"};

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("io.rehome.cli.Measured#runs")
  void besideOneSelect(long rows, Experiment.On runner) throws Exception {
    Measured.tidily(() -> measure(rows, runner));
  }

  private void measure(long rows, Experiment.On runner) throws Exception {
    Crossing crossing = things(rows);
    run(crossing, runner);
    evenly(crossing);
    System.out.println("changed evenly, the first DIFF: " + run(crossing, runner, FULL));
    evenly(crossing);
    tell(Goal.FULL_EVENLY, rows, runner, crossing, FULL);
    mostlyInTheNewest(crossing, rows);
    tell(Goal.FULL_NEWEST, rows, runner, crossing, FULL);
    System.out.println("nothing changed: " + run(crossing, runner, FULL));
    evenly(crossing);
    tell(Goal.DIFF_EVENLY, rows, runner, crossing, NARROWED);
    mostlyInTheNewest(crossing, rows);
    tell(Goal.DIFF_NEWEST, rows, runner, crossing, NARROWED);
  }

  private static void evenly(Crossing crossing) {
    crossing.source().execute("update things set a = a + 1 where id % 1000 = 7");
  }

  private static void mostlyInTheNewest(Crossing crossing, long rows) {
    crossing
        .source()
        .execute(
            "update things set a = a + 1 where id %% 10000 = 7 or (id > %d and id %% 55 = 3)"
                .formatted(rows / 20 * 19));
  }

  private Crossing things(long rows) throws Exception {
    Database source = TestServers.freshMariaDb();
    source.execute(
        "create table things (id int primary key, a int, b bigint, c varchar(100), d varchar(60),"
            + " e datetime, f decimal(10,2), g text, h int, i date, touched timestamp(6) not null default"
            + " current_timestamp(6) on update current_timestamp(6), key (touched))",
        "insert into things (id, a, b, c, d, e, f, g, h, i, touched) select seq, seq % 100, seq * 7, concat(repeat('c', 60), seq),"
            + " concat('d', seq), '2024-01-01' + interval seq second, seq / 100, repeat('g', 80),"
            + " seq % 7, '2024-01-01', '2024-01-01' + interval seq second from seq_1_to_"
            + rows,
        "analyze table things");
    Crossing crossing = Crossing.from(folder, source);
    crossing
        .target()
        .execute(
            "create table things (id int primary key, a int, b bigint, c text, d text,"
                + " e timestamp, f numeric(10,2), g text, h int, i date)");
    return crossing.plan(
        "entities:\n  things: { from: things, to: things, id: keep,"
            + " changed: touched, fields: { a: a, b: b, c: c, d: d, e: e, f: f, g: g, h: h, i: i } }\n");
  }

  private Costs run(Crossing crossing, Experiment.On runner, String... flags) throws Exception {
    List<String> arguments = crossing.migration(flags);
    arguments.addAll(runner.flags());
    return Costs.ofRehome(folder, arguments, 0);
  }

  private void tell(Goal goal, long rows, Experiment.On runner, Crossing crossing, String... flags)
      throws Exception {
    double select = Measured.seconds(() -> select(crossing.source()));
    Costs diff = run(crossing, runner, flags);
    System.out.println(diff);
    GoalTable.of(rows).tell(goal, runner, diff.seconds(), select);
  }

  private static void select(Database source) throws Exception {
    try (Connection connection = source.connect();
        Statement statement = connection.createStatement()) {
      statement.setFetchSize(1000);
      try (ResultSet things = statement.executeQuery("select * from things")) {
        while (things.next()) {
          for (int column = 1; column <= 10; column++) {
            things.getString(column);
          }
        }
      }
    }
  }
}
