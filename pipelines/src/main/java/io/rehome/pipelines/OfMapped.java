package io.rehome.pipelines;

import io.rehome.model.Candidate;
import java.util.ArrayList;
import java.util.List;

/** What becomes of a mapped candidate; the others stay what they are, each in its place. */
@FunctionalInterface
interface OfMapped {

  /** The candidate at this position after the step. */
  Candidate of(int position, Candidate.Mapped mapped);

  /** The same list, its mapped candidates changed. */
  static List<Candidate> each(List<Candidate> candidates, OfMapped change) {
    List<Candidate> changed = new ArrayList<>(candidates.size());
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      changed.add(candidate instanceof Candidate.Mapped mapped ? change.of(i, mapped) : candidate);
    }
    return changed;
  }
}
