package io.rehome.pipelines;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import io.rehome.io.Holdings;
import io.rehome.io.Memory;
import io.rehome.model.Candidate;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.FieldDifference;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import io.rehome.pipelines.JudgeRows.Evidence;
import io.rehome.transforms.EntityRules;
import io.rehome.transforms.RowFingerprints;
import io.rehome.transforms.fingerprint.Fingerprints;
import io.rehome.transforms.reconcile.CompareDocuments;
import io.rehome.transforms.reconcile.CompareRows;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether the store still keeps what it wrote: an original and a document have the
 * fingerprints that were written with them. Not for several threads.
 */
final class CompareMemories {
  private static final String UNREADABLE = "no JSON of ours";

  private final Holdings holdings;
  private final SourceTable source;
  private final DocumentShape shape;
  private final RowFingerprints rows;
  private final Set<String> columnsRead;
  private final Fingerprints documents = new Fingerprints();
  private final CompareRows compareRows;
  private final CompareDocuments compareDocuments;

  CompareMemories(EntityRules rules, Holdings holdings) {
    this.holdings = holdings;
    this.source = rules.source();
    this.shape = rules.shape();
    this.rows = new RowFingerprints(rules);
    this.columnsRead = Set.copyOf(RowFingerprints.columns(rules));
    this.compareRows = new CompareRows(source);
    this.compareDocuments = new CompareDocuments(shape);
  }

  /** Those of these whose memory is not what was written. */
  Set<SourceKey> damaged(List<Candidate> candidates) {
    Map<SourceKey, Candidate> byKey = new HashMap<>();
    candidates.forEach(candidate -> byKey.putIfAbsent(candidate.row().key(), candidate));
    Set<SourceKey> damaged = new HashSet<>();
    holdings.memories(
        source,
        shape,
        byKey.keySet(),
        (key, memory) -> {
          if (isDamaged(memory, requireNonNull(byKey.get(key)))) {
            damaged.add(key);
          }
        },
        (key, memory) -> {
          if (isDamaged(memory)) {
            damaged.add(key);
          }
        });
    return damaged;
  }

  /**
   * The fields in which the memories are not what was written, named as the store's view names
   * them: {@code source.title}, {@code document.price}.
   */
  ListMultimap<SourceKey, FieldDifference> damage(List<Evidence> evidence) {
    Map<SourceKey, Evidence> byKey = new HashMap<>();
    evidence.forEach(one -> byKey.putIfAbsent(one.candidate().row().key(), one));
    ListMultimap<SourceKey, FieldDifference> damage = ArrayListMultimap.create();
    if (byKey.isEmpty()) {
      return damage;
    }
    holdings.memories(
        source,
        shape,
        byKey.keySet(),
        (key, memory) -> {
          Candidate candidate = requireNonNull(byKey.get(key)).candidate();
          if (isDamaged(memory, candidate)) {
            damage.putAll(key, ofOriginal(candidate.row(), memory.content()));
          }
        },
        (key, memory) -> {
          if (isDamaged(memory)) {
            damage.putAll(key, ofDocument(requireNonNull(byKey.get(key)), memory.content()));
          }
        });
    return damage;
  }

  /**
   * It can be told only while the source holds the row that it was made of, and the plan reads the
   * same columns.
   */
  private boolean isDamaged(Memory<SourceRow> original, Candidate candidate) {
    return original.written().equals(candidate.source())
        && !original.content().map(rows::of).equals(Optional.of(original.written()));
  }

  private boolean isDamaged(Memory<Document> document) {
    return !document.content().map(documents::of).equals(Optional.of(document.written()));
  }

  private List<FieldDifference> ofOriginal(SourceRow row, Optional<SourceRow> kept) {
    return named(
        "source",
        kept.map(
            it ->
                compareRows.differences(row, it).stream()
                    .filter(field -> columnsRead.contains(field.column()))
                    .toList()));
  }

  /** Against what the document should be, or what the target holds. */
  private List<FieldDifference> ofDocument(Evidence evidence, Optional<Document> kept) {
    Optional<Document> whole = evidence.expected().or(() -> evidence.rows().stream().findFirst());
    return named(
        "document",
        kept.map(it -> whole.map(one -> compareDocuments.differences(one, it)).orElse(List.of())));
  }

  /** The fields of this part; empty where its text could not be read. */
  private static List<FieldDifference> named(String part, Optional<List<FieldDifference>> fields) {
    return fields
        .map(
            some ->
                some.stream()
                    .map(
                        it ->
                            new FieldDifference(
                                part + "." + it.column(), it.expected(), it.found()))
                    .toList())
        .orElse(List.of(new FieldDifference(part, null, UNREADABLE)));
  }
}
