package io.rehome.cli;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * A point in a run's work: a call of a contract's method.
 *
 * @param method its name, or a regular expression for the names of several
 * @param call which call it is, of all workers together; the first is 1
 */
record Point(When when, Class<?> contract, String method, long call) implements Serializable {
  private static final String PROPERTY = "rehome.drill.point";

  /** Before the call is made, or when it has returned. */
  enum When {
    BEFORE,
    AFTER
  }

  /** The option of a JVM that tells it. */
  String option() {
    return "-D%s=%s,%s,%s,%d".formatted(PROPERTY, when, contract.getName(), method, call);
  }

  /** The one that this JVM was told. */
  static Point told() throws ClassNotFoundException {
    List<String> words = List.of(System.getProperty(PROPERTY, "").split(","));
    return new Point(
        When.valueOf(words.get(0)),
        Class.forName(words.get(1)),
        words.get(2),
        Long.parseLong(words.get(3)));
  }

  @Override
  public String toString() {
    return "%s call %d of %s.%s"
        .formatted(when.name().toLowerCase(Locale.ROOT), call, contract.getSimpleName(), method);
  }
}
