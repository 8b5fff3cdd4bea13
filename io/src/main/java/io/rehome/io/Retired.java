package io.rehome.io;

import io.rehome.model.Document;
import io.rehome.model.Fingerprint;
import io.rehome.model.Rejection;
import io.rehome.model.SourceKey;
import java.util.Map;
import java.util.Optional;

/**
 * What the target made of records that are gone.
 *
 * @param left what it holds of each now; empty where the row was deleted
 * @param refused those that it holds on to
 */
public record Retired(Map<SourceKey, Optional<Left>> left, Map<SourceKey, Rejection> refused) {

  /** What the target holds of a record. */
  public record Left(Document document, Fingerprint fingerprint) {}

  public Retired {
    left = Map.copyOf(left);
    refused = Map.copyOf(refused);
  }
}
