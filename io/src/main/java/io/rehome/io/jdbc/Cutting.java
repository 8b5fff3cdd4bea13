package io.rehome.io.jdbc;

import io.rehome.model.SourceKey;
import java.text.Collator;
import java.util.Locale;

/** Where the reading of a range may stop, so that a later reading can go on above its last key. */
enum Cutting {
  NEVER,
  /** Only between keys that no collation takes for equal: else the second would be lost. */
  BETWEEN_KEYS;

  boolean allows(SourceKey last, SourceKey next) {
    return switch (this) {
      case NEVER -> false;
      case BETWEEN_KEYS -> tellsApart(last.text().strip(), next.text().strip());
    };
  }

  private static boolean tellsApart(String last, String next) {
    Collator collator = Collator.getInstance(Locale.ROOT);
    collator.setStrength(Collator.PRIMARY);
    collator.setDecomposition(Collator.FULL_DECOMPOSITION);
    return collator.compare(last, next) != 0;
  }
}
