package io.rehome.cli;

import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import io.rehome.testdata.tables.BenchTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The notices, on their way from a MariaDB to an empty PostgreSQL, as the benches move them. */
record NoticesMove(Path folder, Path plan, Experiment.On runner, Database source, Database target) {

  /** So many notices, none of them moved. */
  static NoticesMove of(long rows, Experiment.On runner, Path folder) throws Exception {
    Database source = TestServers.freshMariaDb();
    Database target = TestServers.freshPostgres();
    BenchTable.NOTICES.fill(source, rows);
    BenchTable.NOTICES.createPlatform(target);
    Path plan = BenchPlan.write(folder, BenchTable.NOTICES, source, target, "");
    return new NoticesMove(folder, plan, runner, source, target);
  }

  void replaceInPlan(String rule, String other) throws Exception {
    Files.writeString(plan, Files.readString(plan).replace(rule, other));
  }

  /** Runs a command to its end, which must be a good one; answers how many seconds it took. */
  double seconds(String command, String... flags) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(command, "--plan=" + plan));
    arguments.addAll(runner.flags());
    arguments.addAll(List.of(flags));
    Launcher launcher = Launcher.warm();
    return Measured.seconds(() -> run(launcher, arguments));
  }

  private void run(Launcher launcher, List<String> arguments) throws Exception {
    Process process = launcher.start(folder, arguments);
    if (!process.waitFor(30, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IllegalStateException(arguments + " ended " + process.exitValue());
    }
  }
}
