package io.rehome.transforms;

import io.rehome.model.Candidate;
import io.rehome.model.Document;
import io.rehome.model.Fingerprint;
import io.rehome.model.SourceRow;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes one row through the rules of its entity: the same function in every mode. The first step
 * that fails rejects the record. Not for several threads.
 */
public final class MapRecord {
  private final List<Step> steps;
  private final int width;
  private final RowFingerprints fingerprints;

  /** Rules ready to be applied to rows of {@code rules.source()}. */
  public MapRecord(EntityRules rules) {
    Places shape = new Places(rules.shape().positions());
    this.width = rules.shape().columns().size();
    this.steps =
        List.of(
            new RequireKey(rules.source()),
            new FillFields(rules.source(), shape, rules.fields(), rules.corrections()),
            new FillKey(rules.source(), shape, rules.id()),
            new EnrichFields(shape, rules.enrichers(), rules.corrections()),
            new ConvertFields(
                rules.shape().columns(), rules.zone(), IntStream.range(0, width).toArray()),
            new CheckDocument(shape, rules.checks()));
    this.fingerprints = new RowFingerprints(rules);
  }

  /** The record's candidate: Mapped, Skipped or Rejected. */
  public Candidate map(SourceRow row, Witness witness) {
    return map(row, fingerprints.of(row), witness);
  }

  /** The candidate of a record whose fingerprint is known. */
  public Candidate map(SourceRow row, Fingerprint source, Witness witness) {
    if (!row.chosen()) {
      return new Candidate.Skipped(row, source, "where");
    }
    try {
      return new Candidate.Mapped(row, source, document(row, witness));
    } catch (Refused refused) {
      return new Candidate.Rejected(row, source, refused.rejection(), List.of());
    }
  }

  private Document document(SourceRow row, Witness witness) throws Refused {
    List<@Nullable Object> values = Arrays.asList(new @Nullable Object[width]);
    for (Step step : steps) {
      step.take(row, values, witness);
    }
    return new Document(values);
  }
}
