package io.rehome.io.jdbc;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All SQL exceptions that a failure holds: itself, its causes, and those chained by a batch. */
final class SqlChain {
  private SqlChain() {}

  static List<SQLException> of(Throwable failure) {
    Set<Throwable> seen = new LinkedHashSet<>();
    Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
    while (!open.isEmpty()) {
      Throwable next = open.poll();
      if (seen.add(next)) {
        open.addAll(behind(next));
      }
    }
    return seen.stream()
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .toList();
  }

  private static List<Throwable> behind(Throwable failure) {
    List<Throwable> behind = new ArrayList<>();
    if (failure.getCause() != null) {
      behind.add(failure.getCause());
    }
    if (failure instanceof SQLException sql && sql.getNextException() != null) {
      behind.add(sql.getNextException());
    }
    return behind;
  }
}
