package io.rehome.pipelines;

import io.rehome.io.Ledger;
import io.rehome.model.Candidate;
import io.rehome.model.Document;
import io.rehome.model.Fingerprint;
import io.rehome.model.Passage;
import io.rehome.model.Reference;
import io.rehome.model.TargetKey;
import io.rehome.transforms.EntityRules;
import io.rehome.transforms.ReferenceRule;
import io.rehome.transforms.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides which mapped records of a page go on to the target: their parents are there, the target
 * has not confirmed the same document before, and nobody else claims their unique values. Asks the
 * store once for each of these questions. Not for several threads.
 */
final class Sift {
  private final String entity;
  private final Pass pass;
  private final ResolveParents outer;
  private final ResolveParents inner;
  private final FindCycleLinks cycle;
  private final FindUnchanged unchanged;
  private final Claims claims;
  private final int[] keyPositions;
  private final Fingerprints fingerprints = new Fingerprints();

  /**
   * Sifts the records of one entity.
   *
   * @param innerFields the fields that reference records of the entity's own cycle
   */
  Sift(EntityRules rules, Set<String> innerFields, Pass pass, Spelling spelling) {
    this.entity = rules.source().entity();
    this.pass = pass;
    this.outer = resolve(rules, field -> !innerFields.contains(field), spelling);
    this.inner = resolve(rules, innerFields::contains, spelling);
    this.cycle = new FindCycleLinks(rules, innerFields, spelling);
    this.unchanged = new FindUnchanged(entity, inner);
    this.claims = new Claims(rules);
    this.keyPositions = rules.shape().keyPositions();
  }

  /** Resolves those of the entity's references whose fields these are. */
  static ResolveParents resolve(EntityRules rules, Predicate<String> fields, Spelling spelling) {
    List<ReferenceRule> some =
        rules.references().stream().filter(rule -> fields.test(rule.field())).toList();
    return new ResolveParents(rules, some, spelling);
  }

  /** The same page, its Mapped candidates turned into Ready, Deferred, Unchanged or Rejected. */
  Passage sift(Passage passage, Ledger ledger) {
    List<Candidate> resolved = outer.resolve(passage.candidates(), ledger);
    return passage.with(
        pass.defers()
            ? divided(passage, resolved, ledger)
            : OfMapped.each(inner.resolve(resolved, ledger), (i, mapped) -> ready(mapped)));
  }

  /** Records as read: those that the target confirmed and those that others decide leave here. */
  private List<Candidate> divided(Passage passage, List<Candidate> resolved, Ledger ledger) {
    List<Candidate> changed =
        ledger.isNew(passage.id()) ? resolved : unchanged.in(resolved, ledger);
    List<List<Fingerprint>> claimed = claimed(passage.candidates());
    Set<Fingerprint> contended = contended(claimed, ledger);
    List<CycleLinks> links = cycle.of(changed);
    return OfMapped.each(
        changed, (i, mapped) -> divided(mapped, disputed(claimed.get(i), contended), links.get(i)));
  }

  private static List<Fingerprint> disputed(List<Fingerprint> claimed, Set<Fingerprint> contended) {
    return contended.isEmpty() ? List.of() : claimed.stream().filter(contended::contains).toList();
  }

  private List<List<Fingerprint>> claimed(List<Candidate> unresolved) {
    return claims.isEmpty()
        ? Collections.nCopies(unresolved.size(), List.of())
        : unresolved.stream().map(this::claimed).toList();
  }

  private List<Fingerprint> claimed(Candidate candidate) {
    return candidate instanceof Candidate.Mapped mapped
        ? claims.of(mapped.document()).stream().map(Claim::value).toList()
        : List.of();
  }

  private Set<Fingerprint> contended(List<List<Fingerprint>> claimed, Ledger ledger) {
    Set<Fingerprint> all = new HashSet<>();
    claimed.forEach(all::addAll);
    return all.isEmpty() ? Set.of() : ledger.contended(entity, all);
  }

  private Candidate divided(Candidate.Mapped mapped, List<Fingerprint> disputed, CycleLinks links) {
    return disputed.isEmpty() && links.isEmpty()
        ? ready(mapped)
        : deferred(mapped, disputed, links);
  }

  private Candidate ready(Candidate.Mapped mapped) {
    Document document = mapped.document();
    return new Candidate.Ready(
        mapped.row(),
        mapped.source(),
        document,
        fingerprints.of(document),
        key(document),
        mapped.standIns());
  }

  private Candidate deferred(
      Candidate.Mapped mapped, List<Fingerprint> disputed, CycleLinks links) {
    List<@Nullable Object> values = new ArrayList<>(mapped.document().values());
    values.replaceAll(value -> value instanceof Reference ? null : value);
    Document document = new Document(values);
    return new Candidate.Deferred(
        mapped.row(),
        mapped.source(),
        document,
        key(document),
        disputed,
        links.needed(),
        links.standIns(mapped));
  }

  private TargetKey key(Document document) {
    @Nullable Object[] key = new @Nullable Object[keyPositions.length];
    Arrays.setAll(key, i -> document.values().get(keyPositions[i]));
    return TargetKey.ofValues(Arrays.asList(key));
  }
}
