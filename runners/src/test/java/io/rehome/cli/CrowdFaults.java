package io.rehome.cli;

import io.rehome.testdata.servers.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What others do in a database meanwhile. */
final class CrowdFaults {
  private static final Duration LONGEST = Duration.ofSeconds(8);
  private static final int MOST_CONNECTIONS = 1_000;

  private CrowdFaults() {}

  /** Others take every connection that the server has left, for up to eight seconds. */
  static Fault connectionsTaken(Rig.Side side) {
    return trial -> {
      Process run = trial.start();
      trial.awaitAMomentOfWork(run);
      List<Connection> taken = new ArrayList<>();
      try {
        takeAll(trial.database(side), taken);
        run.waitFor(trial.upTo(LONGEST).toMillis(), TimeUnit.MILLISECONDS);
      } finally {
        closeAll(taken);
      }
      return trial.ended(run);
    };
  }

  private static void takeAll(Database database, List<Connection> taken) {
    try {
      while (taken.size() < MOST_CONNECTIONS) {
        taken.add(database.connect());
      }
    } catch (SQLException noneLeft) {
      // That is what was wanted.
    }
  }

  private static void closeAll(List<Connection> taken) throws SQLException {
    for (Connection connection : taken) {
      connection.close();
    }
  }

  /**
   * Another locks the platform's tables, a few times, for up to eight seconds in all, one after the
   * other in an order of its own: who waits for whom is chance.
   */
  static Fault tablesLocked() {
    return trial -> {
      Process run = trial.start();
      trial.awaitAMomentOfWork(run);
      for (int round = 0; round < 4 && run.isAlive(); round++) {
        lockForAWhile(trial, run);
      }
      return trial.ended(run);
    };
  }

  private static void lockForAWhile(Trial trial, Process run) throws Exception {
    Database platform = trial.database(Rig.Side.TARGET);
    List<String> tables = new ArrayList<>(Journey.rows(platform, Journey.TABLES));
    Collections.shuffle(tables, trial.random());
    try (Connection connection = platform.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String table : tables.subList(0, 4)) {
        statement.execute("lock table " + table + " in exclusive mode");
        run.waitFor(trial.upTo(LONGEST).toMillis() / 16, TimeUnit.MILLISECONDS);
      }
    } catch (SQLException wasTheVictim) {
      // PostgreSQL chose us to end the deadlock.
    }
  }
}
