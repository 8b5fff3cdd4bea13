package io.rehome.io.store;

import io.rehome.io.DatabaseAddress;
import io.rehome.io.Outage;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A way into the store whose every method is one transaction on a connection of its own. */
abstract class Transacting {
  private static final AtomicInteger LONGEST_MINUTES = new AtomicInteger(5);

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

  /**
   * {@link #within} of statements over all records of an entity. They may take the five minutes
   * that any may; after each outage, of which that may have been the reason, four times as long, up
   * to an hour.
   */
  final <T> T withinLong(Work<T> work) {
    Duration longest = Duration.ofMinutes(LONGEST_MINUTES.get());
    try {
      return within(
          session -> {
            session.mayTake(longest);
            return work.done(session);
          });
    } catch (Outage e) {
      LONGEST_MINUTES.updateAndGet(minutes -> Math.min(4 * minutes, 60));
      throw e;
    }
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
