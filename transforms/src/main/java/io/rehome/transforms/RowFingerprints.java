package io.rehome.transforms;

import io.rehome.model.Fingerprint;
import io.rehome.model.SourceRow;
import io.rehome.transforms.fingerprint.Fingerprints;
import java.util.List;

/**
 * Fingerprints of an entity's source rows: over the key and the columns that its rules read, in the
 * order of their names. Not for several threads.
 */
public final class RowFingerprints {
  private final int[] columns;
  private final Fingerprints fingerprints = new Fingerprints();

  /** Fingerprints of rows of {@code rules.source()}. */
  public RowFingerprints(EntityRules rules) {
    this.columns = new Places(rules.source().positions()).of(columns(rules));
  }

  /** The columns that are read besides the key. */
  public static List<String> columns(EntityRules rules) {
    return rules.columnsRead().stream().sorted().toList();
  }

  /** The fingerprint of one row. */
  public Fingerprint of(SourceRow row) {
    return fingerprints.of(row, columns);
  }
}
