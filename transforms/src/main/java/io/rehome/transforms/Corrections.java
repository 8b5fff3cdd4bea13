package io.rehome.transforms;

import io.rehome.model.SourceKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What operators corrected of one entity's records. A corrected field's rule is not asked, so that
 * a correction heals a record whose rule rejects it; the value goes through conversion and checks
 * like any other.
 */
public final class Corrections {
  /** The rule that is counted where a correction fills a field. */
  public static final String RULE = "correction";

  private static final Corrections NONE = new Corrections(Map.of());

  private final Map<SourceKey, Map<String, @Nullable Object>> byKey;

  /** Values by field, of each record that was corrected. */
  public Corrections(Map<SourceKey, Map<String, @Nullable Object>> byKey) {
    this.byKey = new HashMap<>(byKey);
  }

  /** Nothing was corrected. */
  public static Corrections none() {
    return NONE;
  }

  /** The corrected fields of this record; a value may be NULL. */
  Map<String, @Nullable Object> of(SourceKey key) {
    return byKey.getOrDefault(key, Map.of());
  }
}
