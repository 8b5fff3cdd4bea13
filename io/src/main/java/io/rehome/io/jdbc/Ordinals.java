package io.rehome.io.jdbc;

import com.google.common.hash.HashCode;
import io.rehome.model.SourceKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells equal rows of one reading apart: the first is 1, the next 2. Which of them comes first does
 * not matter, because they are equal; so the same rows have the same keys in every reading.
 */
final class Ordinals {
  private final Map<HashCode, Integer> seen = new HashMap<>();

  /** The key of a row without one: the hash of its content, and its ordinal among equal rows. */
  SourceKey key(@Nullable Object[] values) {
    HashCode hash = RowHash.of(values);
    return new SourceKey(hash + "#" + seen.merge(hash, 1, Integer::sum));
  }
}
