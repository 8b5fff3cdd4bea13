package io.rehome.io;

import io.rehome.model.FieldDifference;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A record or row in which source and target do not agree.
 *
 * @param source the text of the source key; empty where no source row is known
 * @param target the text of the target key; empty where none could be made
 * @param fields the fields that differ, where both sides have the record
 */
public record Difference(
    Kind kind,
    Optional<String> source,
    Optional<String> target,
    Cause cause,
    List<FieldDifference> fields)
    implements Serializable {

  /** In what they do not agree. The names are kept in stores. */
  public enum Kind {
    /** The target's row is not what the source row gives. */
    CHANGED,
    /** The target has no row of a record that should be there. */
    MISSING,
    /** The target has a row that no record accounts for. */
    UNEXPECTED,
    /** The target has several rows of one key. */
    DUPLICATED
  }

  /** Who made it so, as far as the store can tell. The names are kept in stores. */
  public enum Cause {
    /** The target is not as it confirmed to us: somebody else wrote there. */
    FOREIGN,
    /** The source is not as it was when the record was last tried. */
    SOURCE,
    /** The target is as we left it, and the source too: the plan or a parent gives another row. */
    PLAN,
    /** The store's memory of the record is not what it wrote: somebody else wrote there. */
    STORE,
    /** The record is PENDING: its migration is not finished. */
    UNFINISHED,
    /** The store does not know the row. */
    UNKNOWN
  }

  public Difference {
    fields = List.copyOf(fields);
  }

  /** The key that a person looks for first. */
  public String key() {
    return source.or(() -> target).orElse("");
  }
}
