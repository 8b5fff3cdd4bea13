package io.rehome.testdata.judge;

import io.rehome.testdata.demo.Fates;
import io.rehome.testdata.demo.Legacy;
import io.rehome.testdata.demo.LegacyTable;
import io.rehome.testdata.demo.Scale;
import io.rehome.testdata.servers.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Judges what became of "Pets &amp; Paws". It reads every row of both sides, and holds none of them
 * in memory but what is wrong. Close it: it holds a connection to the source.
 */
public final class Judge implements AutoCloseable {
  private final Fates fates;

  private Judge(Fates fates) {
    this.fates = fates;
  }

  /** A judge of a marketplace as it was filled: of this scale, and not changed since. */
  public static Judge of(Database source, Scale scale) throws SQLException {
    return new Judge(Fates.of(source, scale));
  }

  /** What is wrong with the platform, every value of every table included. */
  public List<Finding> ofTarget(Database target) throws SQLException {
    return compared("target", target, TargetSql::expected, TargetSql::actual);
  }

  /** What is wrong with {@code rehome.records}: each record's outcome, stage, reason and column. */
  public List<Finding> ofStore(Database store) throws SQLException {
    return compared("store", store, StoreSql::expected, StoreSql::actual);
  }

  @Override
  public void close() throws SQLException {
    fates.close();
  }

  private List<Finding> compared(
      String side,
      Database database,
      Function<LegacyTable, String> expected,
      Function<LegacyTable, String> actual)
      throws SQLException {
    List<Finding> findings = new ArrayList<>();
    try (Connection connection = database.connect()) {
      for (LegacyTable table : Legacy.TABLES) {
        try (Lines wanted = Lines.of(fates.connection(), expected.apply(table));
            Lines found = Lines.of(connection, actual.apply(table))) {
          new SideBySide(side + " " + table.entity(), findings::add).compare(wanted, found);
        }
      }
    }
    return findings;
  }
}
