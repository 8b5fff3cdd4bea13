package io.rehome.io.jdbc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/** What a session may do, and how it is set up on each engine. All sessions live in UTC. */
public enum Access {
  /** Reads only, and each statement sees what is committed when it begins. */
  READ_ONLY(
      ImmutableList.of(
          "set session transaction read only",
          "set session transaction isolation level read committed",
          "set session time_zone = '+00:00', net_write_timeout = 3600"),
      ImmutableList.of(
          "set session characteristics as transaction read only, isolation level read committed",
          "set time zone 'UTC'",
          "set intervalstyle = 'postgres'")),
  /** Reads and writes, read committed. */
  READ_WRITE(
      ImmutableList.of(
          "set session transaction isolation level read committed",
          "set session time_zone = '+00:00'"),
      ImmutableList.of(
          "set session characteristics as transaction isolation level read committed",
          "set time zone 'UTC'")),
  /**
   * Works on the store. A process that is paused within a transaction must not hold the fence for
   * ever; a plan made while a table was empty would read all of it, until somebody analyses it; and
   * we ask for a page's neighbours, which are in memory, or soon are.
   */
  STORE(
      ImmutableList.of(),
      ImmutableList.of(
          "set session characteristics as transaction isolation level read committed",
          "set time zone 'UTC'",
          "set idle_in_transaction_session_timeout = '20s'",
          "set plan_cache_mode = force_custom_plan",
          "set random_page_cost = 1.1")),
  /**
   * Writes in short transactions: the server ends what takes too long, so that nobody waits for
   * ever for a lock of ours, not even when this process is stopped in the middle.
   */
  LOAD(
      ImmutableList.of(),
      ImmutableList.of(
          "set session characteristics as transaction isolation level read committed",
          "set time zone 'UTC'",
          "set lock_timeout = '30s'",
          "set statement_timeout = '240s'",
          "set idle_in_transaction_session_timeout = '60s'"));

  private final ImmutableList<String> mariaDb;
  private final ImmutableList<String> postgres;

  Access(ImmutableList<String> mariaDb, ImmutableList<String> postgres) {
    this.mariaDb = mariaDb;
    this.postgres = postgres;
  }

  /**
   * What the driver is asked for besides. A reader's statements are planned each time: with the
   * bounds of their range, and after a change of the table too.
   */
  ImmutableMap<String, String> settings(Engine engine) {
    boolean plansEachTime = this == READ_ONLY && engine == Engine.POSTGRES;
    return plansEachTime ? ImmutableMap.of("prepareThreshold", "0") : ImmutableMap.of();
  }

  /** The statements that set up a session of this engine. */
  ImmutableList<String> statements(Engine engine) {
    return switch (engine) {
      case MARIADB -> mariaDb;
      case POSTGRES -> postgres;
    };
  }
}
