package io.rehome.pipelines;

import io.rehome.io.Memory;
import io.rehome.model.Document;
import io.rehome.model.FieldDifference;
import io.rehome.model.SourceRow;
import io.rehome.pipelines.JudgeRows.Evidence;
import io.rehome.transforms.EntityRules;
import io.rehome.transforms.RowFingerprints;
import io.rehome.transforms.fingerprint.Fingerprints;
import io.rehome.transforms.reconcile.CompareDocuments;
import io.rehome.transforms.reconcile.CompareRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether the store still keeps what it wrote: an original and a document have the
 * fingerprints that were written with them. Not for several threads.
 */
final class CompareMemories {
  private static final String UNREADABLE = "no JSON of ours";

  private final RowFingerprints rows;
  private final Set<String> columnsRead;
  private final Fingerprints documents = new Fingerprints();
  private final CompareRows compareRows;
  private final CompareDocuments compareDocuments;

  CompareMemories(EntityRules rules) {
    this.rows = new RowFingerprints(rules);
    this.columnsRead = Set.copyOf(RowFingerprints.columns(rules));
    this.compareRows = new CompareRows(rules.source());
    this.compareDocuments = new CompareDocuments(rules.shape());
  }

  /**
   * The fields in which the memory is not what was written, named as the store's view names them:
   * {@code source.title}, {@code document.price}. An original can be told only while the source
   * holds the row that it was made of, and the plan reads the same columns; a document only where
   * the plan fills the same ones.
   */
  List<FieldDifference> damage(Evidence evidence, Memory memory) {
    List<FieldDifference> damage = new ArrayList<>();
    if (memory.written().filter(evidence.candidate().source()::equals).isPresent()
        && !memory.original().map(rows::of).equals(memory.written())) {
      damage.addAll(ofOriginal(evidence.candidate().row(), memory.original()));
    }
    if (memory.confirmed().isPresent()
        && !memory.document().map(documents::of).equals(memory.confirmed())) {
      damage.addAll(ofDocument(evidence, memory.document()));
    }
    return damage;
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
