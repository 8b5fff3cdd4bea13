package io.rehome.io;

import io.rehome.model.SourceKey;
import java.util.List;
import java.util.Optional;

/**
 * What a column tells of a table's changes, for those who trust it. Every method throws {@link
 * Outage} where the source cannot be reached.
 */
public interface Changes {

  /**
   * Where a later look may begin: an hour (of a date: a day) before the latest time in the column,
   * since a transaction may end after one that began later. Times of the future are left out. Empty
   * where the column holds no time: then it tells nothing.
   */
  Optional<String> mark();

  /**
   * The keys of the rows whose column is not before the mark or is NULL, in the source's order, the
   * first so many after this one.
   */
  List<SourceKey> since(String mark, Optional<SourceKey> after, int limit);
}
