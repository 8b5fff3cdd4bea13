package io.rehome.plan;

import io.rehome.io.LookupRows;
import io.rehome.transforms.expression.LookupTable;
import java.util.Optional;

/** Whether a lookup's rows can be told apart by their key. */
final class LookupKeys {
  private LookupKeys() {}

  /** What is wrong with the keys; empty where nothing is. */
  static Optional<String> problem(String key, LookupRows content) {
    try {
      LookupTable.of("the lookup", key, content.rows());
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
