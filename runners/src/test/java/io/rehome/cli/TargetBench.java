package io.rehome.cli;

import io.rehome.testdata.servers.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The modes that look at the target, of one wide table of which it lost 0.1 %: FIND_MISSING beside
 * reading both key columns once, and VERIFY beside reading both tables once. Each from the
 * command's start to its end; nothing is asserted. Run with {@code -Pbench}, and {@code
 * -Drehome.bench.rows=1000000,5000000}.
 */
final class TargetBench {
  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("io.rehome.cli.Measured#runs")
  void besideReadingBothSides(long rows, Experiment.On runner) throws Exception {
    Measured.tidily(() -> measure(rows, runner));
  }

  private void measure(long rows, Experiment.On runner) throws Exception {
    NoticesMove move = NoticesMove.of(rows, runner, folder);
    move.seconds("migrate");
    GoalTable goals = GoalTable.of(rows);
    goals.tell(Goal.NOTHING, runner, move.seconds("migrate"), 0);
    print(rows, "VERIFY", move.seconds("verify"), reading(move, "*", "*"));
    move.target().execute("delete from notices where abs(hashtext(id::text)) % 1000 = 7");
    double evenly = move.seconds("migrate", "--mode=FIND_MISSING");
    goals.tell(Goal.MISSING_EVENLY, runner, evenly, reading(move, "notice_id", "id"));
    move.target()
        .execute(
            "delete from notices where id %% 10000 = 7 or (id > %d and id %% 55 = 3)"
                .formatted(100_000 + rows / 20 * 19));
    double newest = move.seconds("migrate", "--mode=FIND_MISSING");
    goals.tell(Goal.MISSING_NEWEST, runner, newest, reading(move, "notice_id", "id"));
  }

  private static double reading(NoticesMove move, String ofSource, String ofTarget)
      throws Exception {
    return Measured.seconds(() -> read(ofSource, ofTarget, move.source(), move.target()));
  }

  private static void read(String ofSource, String ofTarget, Database source, Database target)
      throws SQLException {
    read(ofSource, source);
    read(ofTarget, target);
  }

  private static void read(String columns, Database database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.setFetchSize(1000);
      try (ResultSet rows = statement.executeQuery("select " + columns + " from notices")) {
        int width = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          for (int column = 1; column <= width; column++) {
            rows.getString(column);
          }
        }
      }
    }
  }

  private static void print(long rows, String mode, double seconds, double reading) {
    System.out.printf(
        Locale.ROOT,
        "%,d rows: %s %.1f s (%,.0f/s), reading both sides once %.1f s: ratio %.2f%n",
        rows,
        mode,
        seconds,
        rows / seconds,
        reading,
        seconds / reading);
  }
}
