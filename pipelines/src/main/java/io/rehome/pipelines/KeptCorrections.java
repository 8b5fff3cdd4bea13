package io.rehome.pipelines;

import io.rehome.io.Ledger;
import io.rehome.io.RunTag;
import io.rehome.io.Store;
import io.rehome.model.Correction;
import io.rehome.plan.CorrectionContents;
import java.util.List;

/** Corrections as the store keeps them, of one version: every worker of a run sees the same. */
public record KeptCorrections(Store store, RunTag tag, int version) implements CorrectionContents {
  private static final long serialVersionUID = 1;

  /** The version that is in force whenever it is asked for; not for runs. */
  public static final int LATEST = Integer.MAX_VALUE;

  private static final int NONE_WAS_EVER_MADE = 0;

  @Override
  public List<Correction> of(String entity) {
    if (version == NONE_WAS_EVER_MADE) {
      return List.of();
    }
    try (Ledger ledger = store.ledger(tag)) {
      return ledger.corrections(entity, version);
    }
  }
}
