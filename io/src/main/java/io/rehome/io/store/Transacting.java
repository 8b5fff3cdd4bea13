package io.rehome.io.store;

import io.rehome.io.DatabaseAddress;
import java.sql.SQLException;

/** A way into the store whose every method is one transaction on a connection of its own. */
abstract class Transacting {
  private final DatabaseAddress address;

  Transacting(DatabaseAddress address) {
    this.address = address;
  }

  /** What is done within a transaction, and gives something. */
  interface Work<T> {
    T done(Session session) throws SQLException;
  }

  /** What is done within a transaction. */
  interface Task {
    void done(Session session) throws SQLException;
  }

  <T> T within(Work<T> work) {
    try (Session session = new Session(address)) {
      return session.transaction(() -> work.done(session));
    }
  }

  final void run(Task task) {
    within(
        session -> {
          task.done(session);
          return true;
        });
  }

  /** {@link #within} of statements over all records of an entity. */
  final <T> T withinLong(Work<T> work) {
    return within(
        session -> {
          session.mayTakeLong();
          return work.done(session);
        });
  }

  /** {@link #withinLong} without a result. */
  final void runLong(Task task) {
    withinLong(
        session -> {
          task.done(session);
          return true;
        });
  }
}
