package io.rehome.model;

import java.io.Serializable;

/**
 * Names a page.
 *
 * @param range the range it was read from, {@link #BY_KEY} or {@link #SETTLING}
 * @param reading drawn anew each time a range is read, so that pages of two readings never mix
 * @param number counts the pages of one reading from 0
 */
public record PageId(String entity, long range, long reading, int number) implements Serializable {

  /** The range of a page that was gathered by key: it stands in the books of its run by itself. */
  public static final long BY_KEY = 0;

  /**
   * The range of a page of settled records: they stand in the books with the range from which they
   * were read and deferred, and nowhere else.
   */
  public static final long SETTLING = -1;

  /** Whether it was read from a key range. */
  public boolean isOfRange() {
    return range > 0;
  }
}
