package io.rehome.pipelines;

import io.rehome.io.Memory;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
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
import java.util.stream.Stream;

/**
 * Tells whether the store still keeps what it wrote: an original and a document have the
 * fingerprints that were written with them. Not for several threads.
 */
final class CompareMemories {
  private static final String UNREADABLE = "no JSON of ours";

  private final RowFingerprints rows;
  private final Fingerprints documents = new Fingerprints();
  private final CompareRows compareRows;
  private final CompareDocuments compareDocuments;

  CompareMemories(EntityRules rules) {
    DocumentShape shape = rules.shape();
    this.rows = new RowFingerprints(rules);
    this.compareRows = new CompareRows(rules.source());
    this.compareDocuments = new CompareDocuments(shape);
  }

  /**
   * The fields in which the memory is not what was written, named as the store's view names them:
   * {@code source.title}, {@code document.price}. An original can be told only while the source
   * holds the row that it was made of, and the plan reads the same columns.
   */
  List<FieldDifference> damage(Evidence evidence, Memory memory) {
    List<FieldDifference> damage = new ArrayList<>();
    if (memory.written().equals(evidence.candidate().source())
        && memory.original().map(rows::of).filter(memory.written()::equals).isEmpty()) {
      damage.addAll(ofOriginal(evidence.candidate().row(), memory.original()));
    }
    if (memory.confirmed().isPresent()
        && !memory.document().map(documents::of).equals(memory.confirmed())) {
      damage.addAll(ofDocument(evidence, memory.document()));
    }
    return damage;
  }

  private List<FieldDifference> ofOriginal(SourceRow row, Optional<SourceRow> kept) {
    return named("source", kept.stream().flatMap(it -> compareRows.differences(row, it).stream()));
  }

  /** Against what the document should be, or what the target holds. */
  private List<FieldDifference> ofDocument(Evidence evidence, Optional<Document> kept) {
    Optional<Document> whole = evidence.expected().or(() -> evidence.rows().stream().findFirst());
    return named(
        "document",
        kept.stream()
            .flatMap(
                it ->
                    whole.stream().flatMap(one -> compareDocuments.differences(one, it).stream())));
  }

  private static List<FieldDifference> named(String part, Stream<FieldDifference> fields) {
    List<FieldDifference> named =
        fields
            .map(it -> new FieldDifference(part + "." + it.column(), it.expected(), it.found()))
            .toList();
    return named.isEmpty() ? List.of(new FieldDifference(part, null, UNREADABLE)) : named;
  }
}
