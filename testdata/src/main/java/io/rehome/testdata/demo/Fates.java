package io.rehome.testdata.demo;

import io.rehome.testdata.servers.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * How each record of a filled "Pets &amp; Paws" must end: a table {@code fates} of those that are
 * not loaded, for the time of one connection. Worked out by the source's own SQL: the blemishes by
 * their formulas, and then their children, generation by generation.
 */
public final class Fates implements AutoCloseable {
  private static final String TABLE =
      """
      create temporary table fates (
        entity varchar(20) not null,
        source_key varchar(60) collate utf8mb4_bin not null,
        outcome varchar(10) not null,
        stage varchar(10) not null,
        reason varchar(20) not null,
        column_name varchar(30) not null,
        primary key (entity, source_key)
      )
      """;

  private final LegacySql sql;
  private final Connection connection;

  private Fates(Scale scale, Connection connection) {
    this.sql = new LegacySql(scale);
    this.connection = connection;
  }

  /** Works them out. The caller closes them, and with them the connection and the table. */
  public static Fates of(Database source, Scale scale) throws SQLException {
    Fates fates = new Fates(scale, source.connect());
    fates.execute(TABLE);
    for (Blemish blemish : Blemishes.all()) {
      fates.execute(blemish.insertFates(scale));
    }
    for (List<ParentLink> group : ParentLink.GROUPS) {
      fates.addOrphans(group);
    }
    return fates;
  }

  /** A connection to the source that sees the table {@code fates}. */
  public Connection connection() {
    return connection;
  }

  /** How many records of each entity end how. */
  public ExpectedOutcome outcome() throws SQLException {
    return new Tally(connection).outcome();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private void addOrphans(List<ParentLink> group) throws SQLException {
    long added;
    do {
      added = 0;
      for (ParentLink link : group) {
        added += execute(link.insertOrphans());
      }
    } while (added > 0 && ParentLink.isCircular(group));
  }

  private long execute(String statement) throws SQLException {
    try (Statement execution = connection.createStatement()) {
      return execution.executeLargeUpdate(sql.filled(statement));
    }
  }
}
