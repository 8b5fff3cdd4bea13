package io.rehome.testdata.servers;

/** What is said to a server process, by the names that {@code kill} knows. */
enum Signal {
  /**
   * To MariaDB: finish in order. To PostgreSQL: wait for all clients to leave, which may be never.
   */
  TERM,

  /** To PostgreSQL: roll back what is open and finish in order. */
  INT,

  /** To PostgreSQL: end at once with all child processes, as in a crash. */
  QUIT,

  /** End at once. */
  KILL
}
