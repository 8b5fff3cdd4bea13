package io.rehome.io.jdbc;

import io.rehome.io.Fence;
import io.rehome.io.FencedOff;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The fence in the target: a row for each marketplace, with the token of the run that may write.
 * Every transaction shares the row until its end, and whoever raises it waits for those.
 */
final class TargetFence {
  private static final String TABLE =
      """
      create table if not exists rehome_fence (
        marketplace text primary key,
        token bigint not null
      );
      """;

  /** Sharing a row needs the right to update it. */
  private static final String GRANT = "grant select, insert, update on rehome_fence to %s;\n";

  private static final String KNOWN = "select to_regclass('rehome_fence') is not null";
  private static final String HOLD =
      "select token from rehome_fence where marketplace = ? for share";

  /** No lock timeout: transactions under way end first, or their session is ended for idling. */
  private static final String PATIENTLY = "set local lock_timeout = 0";

  private static final String RAISE =
      """
      insert into rehome_fence as f (marketplace, token) values (?, ?)
      on conflict (marketplace) do update set token = excluded.token
      where f.token <= excluded.token
      """;

  private TargetFence() {}

  /** What a DBA runs where this account may make no tables. */
  static String script(String account) {
    return TABLE + GRANT.formatted(PgNames.quote(account));
  }

  /** Makes the table where it is not there; asks first, because making it may not be granted. */
  static void create(Connection connection) throws SQLException {
    if (!Question.of(KNOWN).row(connection, row -> row.getBoolean(1)).orElseThrow()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(TABLE);
      }
    }
  }

  /** Raises the fence in a transaction of its own. */
  static void raise(Connection connection, Fence fence) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement patience = connection.createStatement();
        PreparedStatement raise = connection.prepareStatement(RAISE)) {
      patience.execute(PATIENTLY);
      raise.setString(1, fence.marketplace());
      raise.setLong(2, fence.token());
      int raised = raise.executeUpdate();
      connection.commit();
      if (raised == 0) {
        throw takenOver(fence);
      }
    }
  }

  /** Holds the fence until the transaction's end. */
  static void hold(Connection connection, Fence fence) throws SQLException {
    try (PreparedStatement hold = connection.prepareStatement(HOLD)) {
      hold.setString(1, fence.marketplace());
      try (ResultSet row = hold.executeQuery()) {
        if (!row.next() || row.getLong(1) != fence.token()) {
          throw takenOver(fence);
        }
      }
    }
  }

  private static FencedOff takenOver(Fence fence) {
    return new FencedOff(
        "the target's fence of marketplace "
            + fence.marketplace()
            + " does not hold our token: another run took over");
  }
}
