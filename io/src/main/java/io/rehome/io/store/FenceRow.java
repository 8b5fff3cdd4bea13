package io.rehome.io.store;

import io.rehome.io.Fence;
import io.rehome.io.FencedOff;
import java.sql.SQLException;

/**
 * The row that every write of a run holds while its transaction lasts. It is locked FOR KEY SHARE:
 * heartbeats, which touch no key, pass, and a take-over, which locks it FOR UPDATE, waits.
 */
final class FenceRow {
  /** What a writing session is called while it holds the fence: marketplace and token. */
  static final String SESSION_NAME = "('rehome ' || left(md5(%s), 12) || ' ' || %s)";

  /** Put among the columns of a query that locks the row, as {@code l}. */
  static final String NAME_SESSION =
      "set_config('application_name', "
          + SESSION_NAME.formatted("l.marketplace", "l.token")
          + ", true)";

  private static final String HOLD =
      "select l.token, "
          + NAME_SESSION
          + " from rehome.lease l where l.marketplace = ? for key share";

  private FenceRow() {}

  /**
   * Holds the fence until the transaction ends.
   *
   * @throws FencedOff where a later run holds the marketplace
   */
  static void hold(Session session, Fence fence) throws SQLException {
    check(
        fence,
        session.first(row -> row.getLong(1), HOLD, fence.marketplace()).orElse(Long.MAX_VALUE));
  }

  /** Whether this token, read while its row was locked, is the fence's. */
  static void check(Fence fence, long token) {
    if (token != fence.token()) {
      throw lost(fence);
    }
  }

  /** What a write throws whose fence is not its own any more. */
  static FencedOff lost(Fence fence) {
    return new FencedOff("a later run holds the marketplace " + fence.marketplace());
  }
}
