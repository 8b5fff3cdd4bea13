package io.rehome.io.jdbc;

import io.rehome.io.DatabaseAddress;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens sessions of one address. The secrets are resolved for each connection and kept nowhere, so
 * that a rotated password needs no restart and no dump of a pool shows it.
 */
final class Sessions implements DataSource {
  private final DatabaseAddress address;
  private final JdbcUrl url;
  private final Access access;
  private volatile @Nullable SQLException refusal;

  Sessions(DatabaseAddress address, Access access) {
    this.address = address;
    this.url = JdbcUrl.of(address);
    this.access = access;
  }

  @Override
  public Connection getConnection() throws SQLException {
    try {
      Connection connection = setUp(connected());
      refusal = null;
      return connection;
    } catch (SQLException e) {
      refusal = SqlOutages.isRefusal(e) ? e : null;
      throw e;
    }
  }

  /** What the database said when it refused the account the last time it was asked. */
  Optional<SQLException> refusal() {
    return Optional.ofNullable(refusal);
  }

  private Connection connected() throws SQLException {
    Connection connection = url.engine().driver().connect(url.text(), properties());
    if (connection == null) {
      throw new SQLException("the driver does not take " + url.server(), "08001");
    }
    return connection;
  }

  private Connection setUp(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : access.statements(url.engine())) {
        statement.execute(sql);
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.putAll(url.engine().settings());
    properties.putAll(access.settings(url.engine()));
    properties.putAll(url.options());
    properties.setProperty("user", address.user().resolve());
    properties.setProperty("password", address.password().resolve());
    return properties;
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("the account is the address's");
  }

  @Override
  public String toString() {
    return url.server();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("not a wrapper");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
