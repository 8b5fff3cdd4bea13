package io.rehome.transforms.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lookup's rows by key. Keys match by their text, exactly: 1, 1.0 and '1' are one key, 'gb' and
 * 'GB' are two.
 */
public final class LookupTable {
  private final String name;
  private final Map<String, Map<String, @Nullable Object>> rows;

  private LookupTable(String name, Map<String, Map<String, @Nullable Object>> rows) {
    this.name = name;
    this.rows = rows;
  }

  /**
   * The table of these rows, each a value by column.
   *
   * @throws IllegalArgumentException where a key is NULL or stands twice
   */
  public static LookupTable of(
      String name, String key, List<Map<String, @Nullable Object>> content) {
    Map<String, Map<String, @Nullable Object>> rows = new HashMap<>();
    for (Map<String, @Nullable Object> row : content) {
      Object value = row.get(key);
      if (value == null) {
        throw new IllegalArgumentException("a row of " + name + " has no " + key);
      }
      if (rows.put(text(value), row) != null) {
        throw new IllegalArgumentException("the key " + text(value) + " stands twice in " + name);
      }
    }
    return new LookupTable(name, rows);
  }

  /** Its name in the plan. */
  public String name() {
    return name;
  }

  /** The row of this key. */
  Optional<Map<String, @Nullable Object>> row(Object key) {
    return Optional.ofNullable(rows.get(text(key)));
  }

  private static String text(Object key) {
    return key instanceof Number number ? Numbers.canonical(number) : Texts.of(key);
  }
}
