package io.rehome.io.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JDBC object of which some methods are ours and the others those of an object below it. It costs
 * a reflective call: it stands where calls are made once a page, never once a row.
 */
final class Overlay implements InvocationHandler {
  private final String server;
  private final Map<String, Call> calls;
  private final @Nullable Object below;

  private Overlay(String server, Map<String, Call> calls, @Nullable Object below) {
    this.server = server;
    this.calls = calls;
    this.below = below;
  }

  /**
   * Answers the methods of these names; without an object below, all others are unsupported. An
   * outage is thrown as an Outage that names the server.
   */
  static <T> T of(String server, Class<T> type, Map<String, Call> calls, @Nullable T below) {
    return type.cast(
        Proxy.newProxyInstance(
            Overlay.class.getClassLoader(),
            new Class<?>[] {type},
            new Overlay(server, Map.copyOf(calls), below)));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Object[] given = arguments == null ? new Object[0] : arguments;
    try {
      Call call = calls.get(method.getName());
      return call == null ? pass(method, given) : call.on(given);
    } catch (SQLException e) {
      throw SqlOutages.of(server, e).map(Throwable.class::cast).orElse(e);
    }
  }

  private @Nullable Object pass(Method method, Object[] arguments) throws Throwable {
    if (below == null) {
      throw new SQLFeatureNotSupportedException(method.getName());
    }
    try {
      return method.invoke(below, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  /** One method of ours. */
  @FunctionalInterface
  interface Call {
    @Nullable Object on(Object[] arguments) throws SQLException;
  }
}
