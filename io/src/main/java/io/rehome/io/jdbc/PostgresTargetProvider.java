package io.rehome.io.jdbc;

import io.rehome.io.DatabaseAddress;
import io.rehome.io.Target;
import io.rehome.io.TargetProvider;

/** Opens PostgreSQL databases as targets. */
public final class PostgresTargetProvider implements TargetProvider {

  @Override
  public boolean accepts(String jdbcUrl) {
    return Engine.POSTGRES.accepts(jdbcUrl);
  }

  @Override
  public Target open(DatabaseAddress address) {
    return new PostgresTarget(JdbcUrl.checked(address));
  }
}
