package io.rehome.model;

import org.jspecify.annotations.Nullable;

/**
 * Computes the value of one field from the document mapped so far. The contract of {@link Mapper}
 * holds here too.
 */
@FunctionalInterface
public interface Enricher {
  /** The field's value, null for NULL. */
  @Nullable Object enrich(Fields document) throws RejectedValue;
}
