package io.rehome.io.jdbc;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.rehome.io.jdbc.Pools.Pool;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** A task manager that had seen twenty jobs held the classes of twenty, by their pools' threads. */
final class UnusedPoolsTest {
  private final HikariDataSource connections = pool(TestServers.freshPostgres());
  private final Map<String, Pool> pools =
      new ConcurrentHashMap<>(Map.of("target", new Pool(connections, 1_000)));

  @Test
  void closesAPoolThatNobodyAskedForSince() {
    UnusedPools.closeUnused(pools, 1_001);

    assertThat(connections.isClosed(), is(true));
    assertThat(pools, is(Map.of()));
  }

  @Test
  void keepsAPoolThatWasAskedForOrHasLent() throws Exception {
    UnusedPools.closeUnused(pools, 999);
    try (Connection lent = connections.getConnection()) {
      UnusedPools.closeUnused(pools, 1_001);

      assertThat(lent.isValid(1), is(true));
      assertThat(connections.isClosed(), is(false));
    }
    UnusedPools.closeUnused(pools, 1_001);
    assertThat(connections.isClosed(), is(true));
  }

  private static HikariDataSource pool(Database database) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.jdbcUrl());
    config.setUsername(database.user());
    config.setPassword(database.password());
    return new HikariDataSource(config);
  }
}
