package io.rehome.model;

import org.jspecify.annotations.Nullable;

/**
 * Computes the value of one field from a source row. Must give the same answer for the same row,
 * each time and on each worker, and be safe for use by several threads. Found by ServiceLoader
 * under its {@link Named} name.
 */
@FunctionalInterface
public interface Mapper {
  /** The field's value, null for NULL. */
  @Nullable Object map(Fields source) throws RejectedValue;
}
