package io.rehome.transforms;

import java.util.Collection;
import java.util.Map;

/** Where the values of columns or fields stand in a list, by their names. */
record Places(Map<String, Integer> byName) {

  /**
   * The place of this one.
   *
   * @throws IllegalArgumentException where there is none of this name
   */
  int of(String name) {
    Integer place = byName.get(name);
    if (place == null) {
      throw new IllegalArgumentException("there is no column or field " + name);
    }
    return place;
  }

  /** The places of these, in their order. */
  int[] of(Collection<String> names) {
    return names.stream().mapToInt(this::of).toArray();
  }
}
