package io.rehome.io.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.rehome.io.DatabaseAddress;
import io.rehome.io.Outage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * The connection pools of this JVM: one for each address and use, shared by all threads, made when
 * first asked for. Idle connections are closed after a while, and then the pool itself: a cluster
 * loads these classes anew for each job, and a pool's thread would keep them for good.
 */
public final class Pools {
  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration IDLE = Duration.ofSeconds(20);
  private static final Map<Place, Pool> OPEN = new ConcurrentHashMap<>();

  static {
    // A connection that was cut while it lay in the pool is noticed before it is lent, always.
    System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "0");
  }

  private Pools() {}

  /**
   * The pool of this address and use, of at most {@code connections}; a later call with another
   * number changes it. Sessions are set up as {@link Access} says. The caller closes connections,
   * never the pool.
   *
   * @throws Outage where the database cannot be reached when the pool is made
   * @throws IllegalStateException where it refuses the account, or a secret cannot be resolved
   * @throws IllegalArgumentException where the URL is not one that {@link JdbcUrl} accepts
   */
  public static DataSource of(DatabaseAddress address, Access access, String use, int connections) {
    return hikari(address, access, use, connections);
  }

  static HikariDataSource hikari(
      DatabaseAddress address, Access access, String use, int connections) {
    Place place = new Place(JdbcUrl.checked(address), access, use);
    HikariDataSource pool = asked(place, connections);
    if (pool.getMaximumPoolSize() != connections) {
      pool.setMaximumPoolSize(connections);
    }
    return pool;
  }

  /**
   * A connection of {@link #of}.
   *
   * @throws Outage where the database cannot be reached
   * @throws IllegalStateException where it refuses the account
   */
  public static Connection connect(
      DatabaseAddress address, Access access, String use, int connections) {
    try {
      return lend(hikari(address, access, use, connections));
    } catch (SQLException e) {
      throw SqlOutages.raised(JdbcUrl.of(address).server(), "connect", e);
    }
  }

  /**
   * A connection of the pool. An account that is refused by now is told at once: a pool would wait,
   * as for a server that is not there.
   */
  static Connection lend(HikariDataSource pool) throws SQLException {
    long end = System.nanoTime() + WAIT.toNanos();
    while (true) {
      try {
        return pool.getConnection();
      } catch (SQLTransientConnectionException e) {
        Optional<SQLException> refusal = ((Sessions) pool.getDataSource()).refusal();
        if (refusal.isPresent() || System.nanoTime() > end) {
          throw refusal.orElse(e);
        }
      }
    }
  }

  private static HikariDataSource asked(Place place, int connections) {
    Pool pool =
        OPEN.compute(
            place, (p, open) -> (open == null ? new Pool(open(p, connections)) : open).askedNow());
    UnusedPools.watch(OPEN);
    return pool.connections();
  }

  /** The secrets are looked at first: one that is missing is no outage. */
  private static HikariDataSource open(Place place, int connections) {
    place.address().user().resolve();
    place.address().password().resolve();
    HikariConfig config = new HikariConfig();
    config.setPoolName("rehome " + place.use());
    config.setDataSource(new Sessions(place.address(), place.access()));
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(LOOK.toMillis());
    config.setIdleTimeout(IDLE.toMillis());
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      throw SqlOutages.raised(JdbcUrl.of(place.address()).server(), "connect", e);
    }
  }

  private record Place(DatabaseAddress address, Access access, String use) {}

  /** A pool, and when it was last asked for. */
  record Pool(HikariDataSource connections, long askedAt) {
    Pool(HikariDataSource connections) {
      this(connections, System.nanoTime());
    }

    Pool askedNow() {
      return new Pool(connections, System.nanoTime());
    }
  }
}
