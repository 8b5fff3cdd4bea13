package io.rehome.cli;

import io.rehome.io.Ledger;
import io.rehome.io.Loading;
import io.rehome.io.Register;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A contract, and those that it hands out, of which one call ends the process as a kill would. */
record Deadly(Object contract, Point point) implements InvocationHandler, Serializable {
  private static final Set<Class<?>> HANDED_OUT =
      Set.of(Ledger.class, Loading.class, Register.class);
  private static final AtomicLong CALLS = new AtomicLong();

  /** The same, deadly at this point. */
  static <T> T at(Point point, Class<T> type, T contract) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, new Deadly(contract, point)));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    boolean isLast = isNamed(method) && point.call() == CALLS.incrementAndGet();
    if (isLast && point.when() == Point.When.BEFORE) {
      die(point.toString());
    }
    Object answer = answer(method, arguments);
    if (isLast) {
      die(point.toString());
    }
    Class<?> type = method.getReturnType();
    return HANDED_OUT.contains(type) ? handedOut(type, answer) : answer;
  }

  private boolean isNamed(Method method) {
    return method.getDeclaringClass() == point.contract()
        && method.getName().matches(point.method());
  }

  private Object answer(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(contract, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private <T> Object handedOut(Class<T> type, Object answer) {
    return at(point, type, type.cast(answer));
  }

  /** Ends this process at once; nothing is tidied up. */
  static void die(String where) {
    System.out.println("killed " + where);
    Runtime.getRuntime().halt(Trial.KILLED);
  }
}
