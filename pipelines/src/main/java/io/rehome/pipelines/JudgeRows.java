package io.rehome.pipelines;

import io.rehome.io.Agreement;
import io.rehome.io.Difference;
import io.rehome.io.Difference.Cause;
import io.rehome.io.Difference.Kind;
import io.rehome.io.Holding;
import io.rehome.model.Candidate;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.FieldDifference;
import io.rehome.model.Outcome;
import io.rehome.model.TargetKey;
import io.rehome.transforms.reconcile.CompareDocuments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Judges a source row by what it should give, what the target holds and what the store says. */
final class JudgeRows {
  private final CompareDocuments compare;

  /** Judges documents of this shape. */
  JudgeRows(DocumentShape shape) {
    this.compare = new CompareDocuments(shape);
  }

  /**
   * What is known of a row.
   *
   * @param candidate the source row after mapping and with its parents resolved
   * @param expected its document, where it has one
   * @param key the key under which the rows were looked for
   * @param rows the target's rows of that key
   * @param holding what the store says
   */
  record Evidence(
      Candidate candidate,
      Optional<Document> expected,
      Optional<TargetKey> key,
      List<Document> rows,
      Optional<Holding> holding) {
    Evidence {
      rows = List.copyOf(rows);
    }

    private boolean has(Outcome outcome) {
      return holding.filter(it -> it.outcome() == outcome).isPresent();
    }

    private boolean isConfirmed() {
      return holding.flatMap(Holding::key).isPresent();
    }
  }

  /** Whether nothing more need be known: the one row of its key is what it should be. */
  boolean isPlainlySame(Document expected, List<Document> rows) {
    return rows.size() == 1 && compare.areSame(expected, rows.get(0));
  }

  Judgement judge(Evidence evidence) {
    if (evidence.candidate() instanceof Candidate.Skipped) {
      return agreed(evidence, Agreement.SKIPPED);
    }
    if (evidence.rows().isEmpty()) {
      return absent(evidence);
    }
    return evidence.expected().isPresent()
        ? held(evidence, evidence.expected().get())
        : heldOlder(evidence);
  }

  /**
   * The judgement where the store's memory of the record is damaged in these fields: what source
   * and target do not agree in comes first.
   */
  Judgement damaged(Evidence evidence, Judgement judgement, List<FieldDifference> damage) {
    return damage.isEmpty() || !judgement.differences().isEmpty()
        ? judgement
        : different(evidence, Kind.CHANGED, Cause.STORE, damage);
  }

  private static Judgement agreed(Evidence evidence, Agreement agreement) {
    return new Judgement(evidence.candidate().row().key(), agreement, List.of());
  }

  /** The target has no row of it. */
  private static Judgement absent(Evidence evidence) {
    if (evidence.has(Outcome.MERGED)) {
      return agreed(evidence, Agreement.MERGED);
    }
    boolean rejected = evidence.expected().isEmpty() || evidence.has(Outcome.REJECTED);
    if (rejected && !evidence.isConfirmed()) {
      return agreed(evidence, Agreement.MISSING_REJECTED);
    }
    return different(evidence, Kind.MISSING, causeOfAbsence(evidence), List.of());
  }

  private static Cause causeOfAbsence(Evidence evidence) {
    if (evidence.has(Outcome.PENDING)) {
      return Cause.UNFINISHED;
    }
    return evidence.isConfirmed() ? Cause.FOREIGN : Cause.SOURCE;
  }

  /** The target has a row, or several, and we know what it should be. */
  private Judgement held(Evidence evidence, Document expected) {
    Document nearest = nearest(expected, evidence.rows());
    List<FieldDifference> fields = compare.differences(expected, nearest);
    if (fields.isEmpty()) {
      return withDuplicates(evidence, agreed(evidence, Agreement.SAME));
    }
    boolean older = evidence.has(Outcome.REJECTED) && isAsConfirmed(evidence, nearest);
    boolean strangers = evidence.has(Outcome.REJECTED) && !evidence.isConfirmed();
    return withDuplicates(
        evidence,
        older || strangers
            ? agreed(evidence, Agreement.MISSING_REJECTED)
            : different(evidence, Kind.CHANGED, causeOfChange(evidence, nearest), fields));
  }

  /** It is rejected now; what the target holds is what it confirmed before, or should be. */
  private Judgement heldOlder(Evidence evidence) {
    Optional<Document> confirmed = evidence.holding().flatMap(Holding::document);
    List<FieldDifference> fields =
        confirmed
            .map(it -> compare.differences(it, nearest(it, evidence.rows())))
            .orElse(List.of());
    return withDuplicates(
        evidence,
        fields.isEmpty()
            ? agreed(evidence, Agreement.MISSING_REJECTED)
            : different(evidence, Kind.CHANGED, Cause.FOREIGN, fields));
  }

  private Document nearest(Document expected, List<Document> rows) {
    return rows.stream()
        .min(Comparator.comparingInt(row -> compare.differences(expected, row).size()))
        .orElseThrow();
  }

  private boolean isAsConfirmed(Evidence evidence, Document row) {
    return evidence
        .holding()
        .flatMap(Holding::document)
        .filter(confirmed -> compare.areSame(confirmed, row))
        .isPresent();
  }

  private Cause causeOfChange(Evidence evidence, Document row) {
    if (evidence.has(Outcome.PENDING)) {
      return Cause.UNFINISHED;
    }
    if (!evidence.isConfirmed()) {
      return Cause.UNKNOWN;
    }
    if (!isAsConfirmed(evidence, row)) {
      return Cause.FOREIGN;
    }
    boolean sourceIsAsBefore =
        evidence
            .holding()
            .filter(it -> it.source().equals(evidence.candidate().source()))
            .isPresent();
    return sourceIsAsBefore ? Cause.PLAN : Cause.SOURCE;
  }

  private static Judgement withDuplicates(Evidence evidence, Judgement judgement) {
    if (evidence.rows().size() == 1) {
      return judgement;
    }
    List<Difference> differences = new ArrayList<>(judgement.differences());
    differences.add(difference(evidence, Kind.DUPLICATED, Cause.FOREIGN, List.of()));
    return new Judgement(judgement.key(), judgement.agreement(), differences);
  }

  private static Judgement different(
      Evidence evidence, Kind kind, Cause cause, List<FieldDifference> fields) {
    return new Judgement(
        evidence.candidate().row().key(),
        Agreement.SAME,
        List.of(difference(evidence, kind, cause, fields)));
  }

  private static Difference difference(
      Evidence evidence, Kind kind, Cause cause, List<FieldDifference> fields) {
    return new Difference(
        kind,
        Optional.of(evidence.candidate().row().key().text()),
        evidence.key().map(TargetKey::text),
        cause,
        fields);
  }
}
