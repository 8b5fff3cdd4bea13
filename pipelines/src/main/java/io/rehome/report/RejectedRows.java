package io.rehome.report;

import io.rehome.io.RejectedRecord;
import java.util.function.Consumer;

/** Rejected records, handed over one by one: there may be millions. */
@FunctionalInterface
public interface RejectedRows {
  /** Hands over each, by entity and key. */
  void forEach(Consumer<RejectedRecord> each);
}
