package io.rehome.transforms.expression;

import java.time.Instant;

/** What expressions see besides the record. */
public interface Surroundings {

  /** What {@code now()} gives: the same for a whole campaign, so that results can be repeated. */
  Instant now();

  /**
   * A lookup's table.
   *
   * @throws IllegalArgumentException where there is none of this name
   * @throws LookupUnread where its content was not to be had
   */
  LookupTable lookup(String name);
}
