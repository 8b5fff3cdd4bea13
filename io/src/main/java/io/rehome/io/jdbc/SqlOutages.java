package io.rehome.io.jdbc;

import com.google.common.base.Throwables;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.rehome.io.Outage;
import io.rehome.io.Refusal;
import io.rehome.io.Refusal.Ground;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mariadb.jdbc.export.MaxAllowedPacketException;

/**
 * Tells an outage of a database from a fault of a record or of a statement. Source, target and
 * store all ask here, so that the same failure means the same everywhere.
 */
public final class SqlOutages {
  /**
   * Connection lost (08), out of resources (53), shut down or cancelled by an operator (57P),
   * rolled back for another's sake (40), trouble of the machine (58).
   */
  private static final List<String> CLASSES = List.of("08", "53", "57P", "40", "58");

  /** A lock not got, a session or transaction idle or open for too long, a read-only replica. */
  private static final Set<String> STATES = Set.of("55P03", "57014", "25P03", "25P04", "25006");

  private static final String DISK_FULL = "53100";

  private static final int MARIADB_DISK_FULL = 1021;

  /** Wrong account or no such database: waiting does not mend it. */
  private static final List<String> REFUSALS = List.of("28", "3D");

  private static final String NO_RIGHT = "42501";

  private static final Set<Integer> MARIADB_REFUSALS = Set.of(1044, 1045, 1049, 1698);

  /** No right on a table, a column or a routine, or no privilege. */
  private static final Set<Integer> MARIADB_NO_RIGHTS = Set.of(1142, 1143, 1227, 1370);

  /**
   * Codes of MariaDB and MySQL whose SQL state says too little: disk full, out of memory, too many
   * connections (3), shutdown, lock wait, interrupted, statement timeout (3), connection killed.
   */
  private static final Set<Integer> MARIADB_OUTAGES =
      Set.of(MARIADB_DISK_FULL, 1037, 1041, 1203, 1226, 1053, 1205, 1317, 1907, 1969, 3024, 1927);

  private SqlOutages() {}

  /**
   * The outage that this failure is, or empty where the account, a statement or a record is at
   * fault. The message names {@code who} and the SQL state and nothing of the failure's own text,
   * which may hold record content; that stays with the cause.
   */
  public static Optional<Outage> of(String who, Throwable failure) {
    return isOutage(failure)
        ? Optional.of(new Outage(who + trouble(failure) + state(failure), failure))
        : Optional.empty();
  }

  private static String trouble(Throwable failure) {
    return SqlChain.of(failure).stream().anyMatch(SqlOutages::isDiskFull)
        ? " has no room left on its disk"
        : " was not reached";
  }

  private static boolean isDiskFull(SQLException e) {
    return stateOf(e).equals(DISK_FULL) || e.getErrorCode() == MARIADB_DISK_FULL;
  }

  /**
   * The exception to throw: an {@link Outage}, a {@link Refusal}, or an {@link
   * IllegalStateException} that says that {@code who} refused {@code what}, with the database's own
   * message as cause.
   */
  public static RuntimeException raised(String who, String what, Throwable failure) {
    return of(who, failure)
        .map(RuntimeException.class::cast)
        .orElseGet(() -> refused(who, what, failure));
  }

  private static RuntimeException refused(String who, String what, Throwable failure) {
    Optional<Refusal> refusal = refusal(who, what, failure);
    return refusal.isPresent()
        ? refusal.get()
        : new IllegalStateException(refused(who, what) + state(failure), failure);
  }

  private static String refused(String who, String what) {
    return who + " refused to " + what;
  }

  /**
   * The refusal that this failure is: the account, its rights or the database's name are wrong, or
   * the server shows a certificate that is not to be trusted.
   */
  static Optional<Refusal> refusal(String who, String what, Throwable failure) {
    Optional<String> distrust = Untrusted.reason(failure);
    if (distrust.isPresent()) {
      return Optional.of(
          new Refusal(
              Ground.CERTIFICATE,
              who + " shows a certificate that is not trusted: " + distrust.get(),
              failure));
    }
    return isOfRights(failure)
        ? Optional.of(new Refusal(Ground.ACCOUNT, refused(who, what) + state(failure), failure))
        : Optional.empty();
  }

  private static boolean isOfRights(Throwable failure) {
    return SqlChain.of(failure).stream().anyMatch(SqlOutages::isOfRights);
  }

  private static boolean isOfRights(SQLException e) {
    return isRefusal(e)
        || stateOf(e).equals(NO_RIGHT)
        || MARIADB_NO_RIGHTS.contains(e.getErrorCode());
  }

  /** Whether waiting and trying again may mend this failure. */
  public static boolean isOutage(Throwable failure) {
    List<SQLException> chain = SqlChain.of(failure);
    return !isOfOwnMemory(failure)
        && chain.stream().noneMatch(SqlOutages::isRefusal)
        && (chain.stream().anyMatch(SqlOutages::isMendedByWaiting)
            || failure instanceof PoolInitializationException);
  }

  /**
   * Whether a value does not fit into this JVM, which drivers tell as a lost connection: MariaDB's
   * takes no packet that is larger than a quarter of the heap.
   */
  private static boolean isOfOwnMemory(Throwable failure) {
    return Throwables.getCausalChain(failure).stream()
        .anyMatch(
            cause ->
                cause instanceof OutOfMemoryError || cause instanceof MaxAllowedPacketException);
  }

  /** Whether the account or the database's name is wrong, or the server is not trusted. */
  static boolean isRefusal(SQLException e) {
    return startsWithAny(stateOf(e), REFUSALS)
        || MARIADB_REFUSALS.contains(e.getErrorCode())
        || Untrusted.reason(e).isPresent();
  }

  private static boolean isMendedByWaiting(SQLException e) {
    return startsWithAny(stateOf(e), CLASSES)
        || STATES.contains(stateOf(e))
        || MARIADB_OUTAGES.contains(e.getErrorCode())
        || isConnectionTrouble(e);
  }

  private static boolean isConnectionTrouble(SQLException e) {
    return e instanceof SQLTransientConnectionException
        || e instanceof SQLNonTransientConnectionException
        || e instanceof SQLRecoverableException
        || e instanceof SQLTimeoutException;
  }

  private static boolean startsWithAny(String state, List<String> beginnings) {
    return beginnings.stream().anyMatch(state::startsWith);
  }

  private static String stateOf(SQLException e) {
    return e.getSQLState() == null ? "" : e.getSQLState();
  }

  private static String state(Throwable failure) {
    return SqlChain.of(failure).stream()
        .map(SqlOutages::stateOf)
        .filter(state -> !state.isEmpty())
        .findFirst()
        .map(state -> " (SQL state " + state + ")")
        .orElse("");
  }
}
