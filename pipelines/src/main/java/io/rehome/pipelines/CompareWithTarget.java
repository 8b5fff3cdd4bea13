package io.rehome.pipelines;

import com.google.common.collect.ListMultimap;
import io.rehome.io.Agreement;
import io.rehome.io.Difference;
import io.rehome.io.Holding;
import io.rehome.io.Holdings;
import io.rehome.io.Ledger;
import io.rehome.io.PageFindings;
import io.rehome.io.TargetReading;
import io.rehome.model.Candidate;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.FieldDifference;
import io.rehome.model.Passage;
import io.rehome.model.SourceKey;
import io.rehome.model.TargetKey;
import io.rehome.pipelines.JudgeRows.Evidence;
import io.rehome.transforms.EntityRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares mapped records of one entity with the target's rows, page by page: their parents are
 * found in the store as for a load, and the rows are fetched by the keys that the records should
 * have. The store is asked what was confirmed of those that are not plainly the same, and of all of
 * them whether it keeps what it wrote. Not for several threads.
 */
final class CompareWithTarget {
  private final String entity;
  private final DocumentShape shape;
  private final int[] keyPositions;
  private final ResolveParents parents;
  private final JudgeRows judge;
  private final CompareMemories memories;
  private final TargetReading target;
  private final Holdings holdings;

  /** Compares records of this entity. */
  CompareWithTarget(Workplace workplace, String entity) {
    EntityRules rules = workplace.rules().rules(entity);
    this.entity = entity;
    this.shape = rules.shape();
    this.keyPositions = shape.keyPositions();
    this.parents =
        new ResolveParents(
            rules, rules.references(), new SourceSpelling(workplace.source(), workplace.rules()));
    this.judge = new JudgeRows(shape);
    this.target = workplace.target().reading();
    this.holdings = workplace.holdings();
    this.memories = new CompareMemories(rules, holdings);
  }

  /** What is found in a page. */
  PageFindings findings(Passage passage, Ledger ledger) {
    List<Judgement> judgements = judge(passage, ledger);
    List<Difference> differences =
        judgements.stream().flatMap(it -> it.differences().stream()).toList();
    return new PageFindings(
        passage.read(),
        count(judgements, Agreement.SAME),
        count(judgements, Agreement.MISSING_REJECTED),
        count(judgements, Agreement.SKIPPED),
        count(judgements, Agreement.MERGED),
        differences);
  }

  private static long count(List<Judgement> judgements, Agreement agreement) {
    return judgements.stream().filter(it -> it.agrees() && it.agreement() == agreement).count();
  }

  /** A judgement for each candidate of the page, in the same order. */
  List<Judgement> judge(Passage passage, Ledger ledger) {
    Set<SourceKey> damaged = memories.damaged(passage.candidates());
    List<Candidate> resolved = parents.resolve(passage.candidates(), ledger);
    List<Evidence> first = byExpectedKeys(resolved);
    Map<SourceKey, Holding> known = known(first);
    List<Evidence> whole = byConfirmedKeys(first, known);
    ListMultimap<SourceKey, FieldDifference> damage =
        memories.damage(whole.stream().filter(it -> damaged.contains(key(it))).toList());
    return whole.stream()
        .map(it -> judge.damaged(it, judge.judge(it), damage.get(key(it))))
        .toList();
  }

  private static SourceKey key(Evidence evidence) {
    return evidence.candidate().row().key();
  }

  private List<Evidence> byExpectedKeys(List<Candidate> resolved) {
    List<Document> documents =
        target.spelled(
            shape,
            resolved.stream()
                .filter(Candidate.Mapped.class::isInstance)
                .map(candidate -> ((Candidate.Mapped) candidate).document())
                .toList());
    List<TargetKey> keys = documents.stream().map(this::key).toList();
    Map<TargetKey, List<Document>> rows = target.fetch(shape, keys);
    List<Evidence> evidence = new ArrayList<>();
    int mapped = 0;
    for (Candidate candidate : resolved) {
      if (candidate instanceof Candidate.Mapped) {
        evidence.add(expected(candidate, documents.get(mapped), keys.get(mapped), rows));
        mapped++;
      } else {
        evidence.add(
            new Evidence(
                candidate, Optional.empty(), Optional.empty(), List.of(), Optional.empty()));
      }
    }
    return evidence;
  }

  private static Evidence expected(
      Candidate candidate, Document document, TargetKey key, Map<TargetKey, List<Document>> rows) {
    return new Evidence(
        candidate,
        Optional.of(document),
        Optional.of(key),
        rows.getOrDefault(key, List.of()),
        Optional.empty());
  }

  private TargetKey key(Document document) {
    @Nullable Object[] key = new @Nullable Object[keyPositions.length];
    Arrays.setAll(key, i -> document.values().get(keyPositions[i]));
    return TargetKey.ofValues(Arrays.asList(key));
  }

  /** What the store says of those that are not plainly the same. */
  private Map<SourceKey, Holding> known(List<Evidence> evidence) {
    List<SourceKey> open = evidence.stream().filter(it -> !isPlain(it)).map(it -> key(it)).toList();
    return open.isEmpty() ? Map.of() : holdings.of(entity, shape, open);
  }

  private boolean isPlain(Evidence evidence) {
    return evidence.candidate() instanceof Candidate.Skipped
        || evidence.expected().filter(it -> judge.isPlainlySame(it, evidence.rows())).isPresent();
  }

  /** Those that are not where they should be may still be where the target confirmed them. */
  private List<Evidence> byConfirmedKeys(List<Evidence> evidence, Map<SourceKey, Holding> known) {
    List<Evidence> all =
        evidence.stream().map(it -> with(it, Optional.ofNullable(known.get(key(it))))).toList();
    List<TargetKey> keys = all.stream().flatMap(it -> elsewhere(it).stream()).toList();
    Map<TargetKey, List<Document>> rows = target.fetch(shape, keys);
    return all.stream().map(it -> at(it, elsewhere(it), rows)).toList();
  }

  private Evidence with(Evidence evidence, Optional<Holding> holding) {
    return new Evidence(
        evidence.candidate(),
        evidence.expected(),
        evidence.key(),
        evidence.rows(),
        holding.map(this::spelled));
  }

  private Holding spelled(Holding holding) {
    return new Holding(
        holding.outcome(),
        holding.source(),
        holding.key(),
        holding.document().map(it -> target.spelled(shape, List.of(it)).get(0)));
  }

  private static Optional<TargetKey> elsewhere(Evidence evidence) {
    return evidence.rows().isEmpty() && !(evidence.candidate() instanceof Candidate.Skipped)
        ? evidence
            .holding()
            .flatMap(Holding::key)
            .filter(it -> !evidence.key().equals(Optional.of(it)))
        : Optional.empty();
  }

  private static Evidence at(
      Evidence evidence, Optional<TargetKey> key, Map<TargetKey, List<Document>> rows) {
    return key.filter(rows::containsKey)
        .map(
            it ->
                new Evidence(
                    evidence.candidate(),
                    evidence.expected(),
                    key,
                    rows.getOrDefault(it, List.of()),
                    evidence.holding()))
        .orElse(evidence);
  }
}
