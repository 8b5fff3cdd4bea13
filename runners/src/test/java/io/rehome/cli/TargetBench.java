package io.rehome.cli;

import io.rehome.testdata.notices.Notices;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The modes that look at the target, of one wide table of which it lost 0.1 %: FIND_MISSING beside
 * reading both key columns once, and VERIFY beside reading both tables once. Each from the
 * command's start to its end; printed, nothing is asserted. Run with {@code -Pbench}, and {@code
 * -Drehome.bench.rows=1000000,5000000}.
 */
final class TargetBench {
  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("io.rehome.cli.Measured#rows")
  void besideReadingBothSides(long rows) throws Exception {
    Database source = TestServers.freshMariaDb();
    Database target = TestServers.freshPostgres();
    new Notices(rows).fill(source);
    Notices.createPlatform(target);
    Path plan = plan(source, target);
    run("migrate", plan);
    print(
        rows,
        "VERIFY",
        Measured.seconds(() -> run("verify", plan)),
        Measured.seconds(() -> read("*", "*", source, target)));
    target.execute("delete from notices where abs(hashtext(id::text)) % 1000 = 7");
    print(
        rows,
        "FIND_MISSING",
        Measured.seconds(() -> run("migrate", plan, "--mode=FIND_MISSING")),
        Measured.seconds(() -> read("notice_id", "id", source, target)));
  }

  private Path plan(Database source, Database target) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "");
    Path plan = folder.resolve("plan.yaml");
    Database store = TestServers.freshPostgres();
    Files.writeString(plan, Notices.plan(source, target, store, secret.toString()));
    Answer.to("store", "init", "--plan=" + plan);
    return plan;
  }

  private void run(String command, Path plan, String... flags) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(command, "--plan=" + plan));
    arguments.addAll(List.of(flags));
    Process process = new JavaProcess(Rehome.class).asLaunched().start(folder, arguments);
    if (!process.waitFor(30, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IllegalStateException(command + " ended " + process.exitValue());
    }
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
