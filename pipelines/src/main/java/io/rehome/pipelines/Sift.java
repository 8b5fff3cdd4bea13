package io.rehome.pipelines;

import io.rehome.io.Known;
import io.rehome.io.Ledger;
import io.rehome.model.Candidate;
import io.rehome.model.Document;
import io.rehome.model.Fingerprint;
import io.rehome.model.Link;
import io.rehome.model.Passage;
import io.rehome.model.Reference;
import io.rehome.model.SourceKey;
import io.rehome.model.TargetColumn;
import io.rehome.model.TargetKey;
import io.rehome.transforms.EntityRules;
import io.rehome.transforms.ReferenceRule;
import io.rehome.transforms.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which mapped records of a page go on to the target: their parents are there, the target
 * has not confirmed the same document before, and nobody else claims their unique values. Asks the
 * store once for each of these questions. Not for several threads.
 */
final class Sift {
  private static final List<Fingerprint> NO_CLAIMS = List.of();

  private final String entity;
  private final Pass pass;
  private final ResolveParents outer;
  private final ResolveParents inner;
  private final Claims claims;
  private final int[] keyPositions;
  private final List<String> columns;
  private final Fingerprints fingerprints = new Fingerprints();

  /**
   * Sifts the records of one entity.
   *
   * @param innerFields the fields that reference records of the entity's own cycle
   */
  Sift(EntityRules rules, Set<String> innerFields, Pass pass) {
    this.entity = rules.source().entity();
    this.pass = pass;
    this.outer = new ResolveParents(rules, references(rules, innerFields, false));
    this.inner = new ResolveParents(rules, references(rules, innerFields, true));
    this.claims = new Claims(rules);
    this.keyPositions = rules.shape().keyPositions();
    this.columns = rules.shape().columns().stream().map(TargetColumn::name).toList();
  }

  private static List<ReferenceRule> references(
      EntityRules rules, Set<String> innerFields, boolean inner) {
    return rules.references().stream()
        .filter(rule -> innerFields.contains(rule.field()) == inner)
        .toList();
  }

  /** The same page, its Mapped candidates turned into Ready, Deferred, Unchanged or Rejected. */
  Passage sift(Passage passage, Ledger ledger) {
    List<Candidate> resolved = outer.resolve(passage.candidates(), ledger);
    return passage.with(
        pass.defers()
            ? divided(passage.candidates(), resolved, ledger)
            : each(inner.resolve(resolved, ledger), (i, mapped) -> ready(mapped)));
  }

  /** Records as read: those that the target confirmed and those that others decide leave here. */
  private List<Candidate> divided(
      List<Candidate> unresolved, List<Candidate> resolved, Ledger ledger) {
    List<Candidate> fresh = withoutUnchanged(resolved, ledger);
    List<List<Fingerprint>> claimed = claimed(unresolved);
    Set<Fingerprint> contended = contended(claimed, ledger);
    return each(fresh, (i, mapped) -> divided(mapped, claimed.get(i), contended));
  }

  private List<Candidate> withoutUnchanged(List<Candidate> resolved, Ledger ledger) {
    List<SourceKey> keys = keysOfMapped(resolved);
    Map<SourceKey, Known> known = keys.isEmpty() ? Map.of() : ledger.known(entity, keys);
    if (known.isEmpty()) {
      return resolved;
    }
    List<Candidate> complete = inner.resolve(resolved, ledger);
    return each(
        resolved, (i, mapped) -> isConfirmed(complete.get(i), known) ? unchanged(mapped) : mapped);
  }

  private boolean isConfirmed(Candidate complete, Map<SourceKey, Known> known) {
    Known before = known.get(complete.row().key());
    return before != null
        && complete instanceof Candidate.Mapped mapped
        && before.confirmed().filter(fingerprint(mapped)::equals).isPresent();
  }

  private static Candidate unchanged(Candidate.Mapped mapped) {
    return new Candidate.Unchanged(mapped.row(), mapped.source());
  }

  private List<List<Fingerprint>> claimed(List<Candidate> unresolved) {
    return claims.isEmpty()
        ? Collections.nCopies(unresolved.size(), List.of())
        : unresolved.stream()
            .map(c -> c instanceof Candidate.Mapped m ? fingerprints(m) : NO_CLAIMS)
            .toList();
  }

  private List<Fingerprint> fingerprints(Candidate.Mapped mapped) {
    return claims.of(mapped.document()).stream().map(Claim::value).toList();
  }

  private Set<Fingerprint> contended(List<List<Fingerprint>> claimed, Ledger ledger) {
    Set<Fingerprint> all = new HashSet<>();
    claimed.forEach(all::addAll);
    return all.isEmpty() ? Set.of() : ledger.contended(entity, all);
  }

  private Candidate divided(
      Candidate.Mapped mapped, List<Fingerprint> claimed, Set<Fingerprint> contended) {
    List<Fingerprint> disputed = claimed.stream().filter(contended::contains).toList();
    List<Link> parents = openLinks(mapped.document());
    return disputed.isEmpty() && parents.isEmpty()
        ? ready(mapped)
        : deferred(mapped, disputed, parents);
  }

  private List<Link> openLinks(Document document) {
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (document.values().get(i) instanceof Reference reference) {
        links.add(new Link(columns.get(i), reference));
      }
    }
    return links;
  }

  private Candidate ready(Candidate.Mapped mapped) {
    Document document = mapped.document();
    return new Candidate.Ready(
        mapped.row(), mapped.source(), document, fingerprint(mapped), key(document));
  }

  private Candidate deferred(
      Candidate.Mapped mapped, List<Fingerprint> disputed, List<Link> parents) {
    List<@Nullable Object> values = new ArrayList<>(mapped.document().values());
    values.replaceAll(value -> value instanceof Reference ? null : value);
    Document document = new Document(values);
    return new Candidate.Deferred(
        mapped.row(), mapped.source(), document, key(document), disputed, parents);
  }

  private Fingerprint fingerprint(Candidate.Mapped mapped) {
    return fingerprints.of(mapped.document().values());
  }

  private TargetKey key(Document document) {
    @Nullable Object[] key = new @Nullable Object[keyPositions.length];
    Arrays.setAll(key, i -> document.values().get(keyPositions[i]));
    return TargetKey.ofValues(Arrays.asList(key));
  }

  private static List<SourceKey> keysOfMapped(List<Candidate> candidates) {
    return candidates.stream()
        .filter(Candidate.Mapped.class::isInstance)
        .map(candidate -> candidate.row().key())
        .toList();
  }

  private static List<Candidate> each(List<Candidate> candidates, OfMapped change) {
    List<Candidate> changed = new ArrayList<>(candidates.size());
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      changed.add(candidate instanceof Candidate.Mapped mapped ? change.of(i, mapped) : candidate);
    }
    return changed;
  }

  private interface OfMapped {
    Candidate of(int position, Candidate.Mapped mapped);
  }
}
