package io.rehome.cli;

import io.rehome.testdata.servers.Accounts;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import io.rehome.testdata.tables.BenchTable;
import java.nio.file.Files;
import java.nio.file.Path;

/** The plan of a bench's move, whose store is made. */
final class BenchPlan {
  private BenchPlan() {}

  /**
   * Writes it into this folder.
   *
   * @param more lines of the plan that say how it is moved; empty: as usual
   */
  static Path write(Path folder, BenchTable table, Database source, Database target, String more)
      throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "");
    Path plan = folder.resolve("plan.yaml");
    Database store = TestServers.freshPostgres();
    Files.writeString(
        plan,
        table.plan(
                Accounts.reader(source),
                Accounts.loader(target),
                Accounts.keeper(store),
                secret.toString())
            + more);
    DbaScript.initStore(plan, target, store);
    return plan;
  }
}
