package io.rehome.pipelines;

import io.rehome.io.Kept;
import io.rehome.io.Ledger;
import io.rehome.model.Candidate;
import io.rehome.model.Document;
import io.rehome.model.Fingerprint;
import io.rehome.model.Outcome;
import io.rehome.model.Reference;
import io.rehome.pipelines.Remapped.Fate;
import io.rehome.transforms.EntityRules;
import io.rehome.transforms.MapRecord;
import io.rehome.transforms.Witness;
import io.rehome.transforms.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes kept originals through today's rules, and tells those of which something else comes about
 * than before. Writes nothing. Not for several threads.
 */
final class Remap {
  private final MapRecord mapping;
  private final ResolveParents outer;
  private final ResolveParents inner;
  private final Fingerprints fingerprints = new Fingerprints();

  /**
   * Records of one entity.
   *
   * @param innerFields the fields that reference records of the entity's own cycle
   */
  Remap(EntityRules rules, Set<String> innerFields, Spelling spelling) {
    this.mapping = new MapRecord(rules);
    this.outer = Sift.resolve(rules, field -> !innerFields.contains(field), spelling);
    this.inner = Sift.resolve(rules, innerFields::contains, spelling);
  }

  /** What becomes of each of these, in the same order. */
  List<Remapped> of(List<Kept> kept, Ledger ledger) {
    List<Candidate> mapped =
        kept.stream().map(one -> mapping.map(one.row(), one.print(), Witness.none())).toList();
    List<Candidate> resolved = outer.resolve(mapped, ledger);
    List<Candidate> whole = inner.resolve(resolved, ledger);
    List<Remapped> remapped = new ArrayList<>(kept.size());
    for (int i = 0; i < kept.size(); i++) {
      remapped.add(remapped(kept.get(i), resolved.get(i), whole.get(i)));
    }
    return remapped;
  }

  private Remapped remapped(Kept kept, Candidate resolved, Candidate whole) {
    if (resolved instanceof Candidate.Skipped) {
      return new Remapped(kept, resolved, fate(kept, Outcome.SKIPPED, Fate.STILL_SKIPPED));
    }
    if (resolved instanceof Candidate.Rejected rejected) {
      boolean same = kept.rejection().filter(rejected.rejection()::equals).isPresent();
      return new Remapped(kept, resolved, same ? Fate.STILL_REJECTED : Fate.ENTERS);
    }
    return new Remapped(kept, whole, fate(kept, (Candidate.Mapped) resolved, whole));
  }

  private static Fate fate(Kept kept, Outcome before, Fate still) {
    return kept.outcome() == before ? still : Fate.ENTERS;
  }

  private Fate fate(Kept kept, Candidate.Mapped resolved, Candidate whole) {
    Optional<Fingerprint> document =
        whole instanceof Candidate.Mapped mapped
            ? Optional.of(fingerprints.of(mapped.document()))
            : Optional.empty();
    if (document.isPresent() && document.equals(kept.confirmed())) {
      return fate(kept, Outcome.LOADED, Fate.UNCHANGED);
    }
    return wasLeftOut(kept, resolved, document) ? fate(kept, Outcome.REJECTED) : Fate.ENTERS;
  }

  private static Fate fate(Kept kept, Outcome rejected) {
    return kept.outcome() == rejected ? Fate.STILL_REJECTED : Fate.STILL_MERGED;
  }

  /** The target, another record or a parent stood against the same document before. */
  private boolean wasLeftOut(Kept kept, Candidate.Mapped resolved, Optional<Fingerprint> document) {
    Optional<Fingerprint> before = kept.attempted().map(fingerprints::of);
    return before.isPresent()
        && (before.equals(document)
            || before.get().equals(fingerprints.of(unsettled(resolved.document()))));
  }

  /** The document as it is kept while the parents within its cycle are not settled. */
  private static List<@Nullable Object> unsettled(Document document) {
    List<@Nullable Object> values = new ArrayList<>(document.values());
    values.replaceAll(value -> value instanceof Reference ? null : value);
    return values;
  }
}
