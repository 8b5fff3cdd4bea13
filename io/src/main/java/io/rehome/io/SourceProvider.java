package io.rehome.io;

/** Opens sources of one kind of database. Found by ServiceLoader. */
public interface SourceProvider {

  /** Whether this URL is of its kind. */
  boolean accepts(String jdbcUrl);

  /**
   * A handle on the database; nothing is connected yet.
   *
   * @throws IllegalArgumentException where the URL is malformed or holds an option that is not
   *     allowed; the message says which, and holds no secret
   */
  Source open(DatabaseAddress address);
}
