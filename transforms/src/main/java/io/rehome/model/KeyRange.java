package io.rehome.model;

import java.io.Serializable;
import java.util.List;

/**
 * An interval of an entity's source keys: above {@code low}, up to and including {@code high}. An
 * empty bound is open. Only the source's own order decides which keys are inside.
 *
 * @param id the store's number of this range
 * @param low the text of each key column, exclusive; empty = from the beginning
 * @param high the text of each key column, inclusive; empty = to the end
 */
public record KeyRange(String entity, long id, List<String> low, List<String> high)
    implements Serializable {

  public KeyRange {
    low = List.copyOf(low);
    high = List.copyOf(high);
  }
}
