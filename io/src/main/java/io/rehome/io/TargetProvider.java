package io.rehome.io;

/** Opens targets of one kind of database. Found by ServiceLoader. */
public interface TargetProvider {

  /** Whether this URL is of its kind. */
  boolean accepts(String jdbcUrl);

  /**
   * A handle on the database; nothing is connected yet.
   *
   * @throws IllegalArgumentException where the URL is malformed or holds an option that is not
   *     allowed; the message says which, and holds no secret
   */
  Target open(DatabaseAddress address);
}
