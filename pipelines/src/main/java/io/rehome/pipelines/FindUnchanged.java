package io.rehome.pipelines;

import io.rehome.io.Known;
import io.rehome.io.Ledger;
import io.rehome.model.Candidate;
import io.rehome.model.SourceKey;
import io.rehome.transforms.fingerprint.Fingerprints;
import java.util.List;
import java.util.Map;

/** Finds the records whose very document the target has confirmed. Not for several threads. */
final class FindUnchanged {
  private final String entity;
  private final ResolveParents inner;
  private final Fingerprints fingerprints = new Fingerprints();

  /**
   * Finds records of this entity.
   *
   * @param inner fills in the references within the entity's own cycle: a document is compared as a
   *     whole
   */
  FindUnchanged(String entity, ResolveParents inner) {
    this.entity = entity;
    this.inner = inner;
  }

  /** The same candidates, those that were Mapped and did not change Unchanged. */
  List<Candidate> in(List<Candidate> candidates, Ledger ledger) {
    Map<SourceKey, Known> known = known(candidates, ledger);
    if (known.isEmpty()) {
      return candidates;
    }
    List<Candidate> whole = inner.resolve(candidates, ledger);
    return OfMapped.each(
        candidates,
        (i, mapped) -> isConfirmed(whole.get(i), known) ? unchanged(whole.get(i)) : mapped);
  }

  private Map<SourceKey, Known> known(List<Candidate> candidates, Ledger ledger) {
    List<SourceKey> keys =
        candidates.stream()
            .filter(Candidate.Mapped.class::isInstance)
            .map(candidate -> candidate.row().key())
            .toList();
    return keys.isEmpty() ? Map.of() : ledger.known(entity, keys);
  }

  private boolean isConfirmed(Candidate whole, Map<SourceKey, Known> known) {
    Known before = known.get(whole.row().key());
    return before != null
        && whole instanceof Candidate.Mapped mapped
        && before.confirmed().filter(fingerprints.of(mapped.document())::equals).isPresent();
  }

  private static Candidate unchanged(Candidate whole) {
    return new Candidate.Unchanged(whole.row(), whole.source(), whole.standIns());
  }
}
