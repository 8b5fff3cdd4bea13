package io.rehome.pipelines;

import io.rehome.model.SourceKey;
import java.util.Collection;
import java.util.Map;

/**
 * How a source spells keys that its own comparison holds for equal: under many collations 'labrad
 * ', 'Labrad' and 'LABRAD' are one key, and a reference may use any of them.
 */
@FunctionalInterface
interface Spelling {

  /**
   * The keys under which the entity's table knows these; without those it spells alike or lacks.
   */
  Map<SourceKey, SourceKey> of(String entity, Collection<SourceKey> keys);

  /** Keys are what they are. */
  static Spelling exact() {
    return (entity, keys) -> Map.of();
  }
}
