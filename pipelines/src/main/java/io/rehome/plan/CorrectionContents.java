package io.rehome.plan;

import io.rehome.model.Correction;
import java.io.Serializable;
import java.util.List;

/** Where a worker finds what operators corrected. Travels with the job. */
public interface CorrectionContents extends Serializable {

  /** All that counts of this entity; the same for every worker of a run. */
  List<Correction> of(String entity);

  /** Nothing was corrected. */
  static CorrectionContents none() {
    return new None();
  }

  /** Holds none. */
  record None() implements CorrectionContents {
    @Override
    public List<Correction> of(String entity) {
      return List.of();
    }
  }
}
