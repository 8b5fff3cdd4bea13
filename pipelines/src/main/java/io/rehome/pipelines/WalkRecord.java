package io.rehome.pipelines;

import io.rehome.io.Ledger;
import io.rehome.io.Parent;
import io.rehome.io.Source;
import io.rehome.model.Candidate;
import io.rehome.model.Document;
import io.rehome.model.Outcome;
import io.rehome.model.Reference;
import io.rehome.model.Rejection;
import io.rehome.model.SourceColumn;
import io.rehome.model.SourceRow;
import io.rehome.model.TargetColumn;
import io.rehome.transforms.EntityRules;
import io.rehome.transforms.MapRecord;
import io.rehome.transforms.ReferenceRule;
import io.rehome.transforms.RulesFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes one row through its entity's rules by the functions that every mode uses, and tells each
 * step. Writes nothing.
 */
public final class WalkRecord {
  private final EntityRules rules;
  private final Spelling spelling;
  private final Optional<Ledger> ledger;

  WalkRecord(EntityRules rules, Spelling spelling, Optional<Ledger> ledger) {
    this.rules = rules;
    this.spelling = spelling;
    this.ledger = ledger;
  }

  /**
   * A walk by the rules of an entity.
   *
   * @param source asked how it spells the keys of parents
   * @param ledger where parents are looked for; empty where there is no store yet
   */
  public static WalkRecord by(
      RulesFactory rules, String entity, Source source, Optional<Ledger> ledger) {
    return new WalkRecord(rules.rules(entity), new SourceSpelling(source, rules), ledger);
  }

  /** The steps of this row. */
  public Walk walk(SourceRow row) {
    StepWitness witness = new StepWitness();
    Candidate mapped = new MapRecord(rules).map(row, witness);
    List<Walk.ParentStep> parents = new ArrayList<>();
    if (mapped instanceof Candidate.Mapped whole) {
      rules.references().forEach(rule -> parent(whole.document(), rule).ifPresent(parents::add));
    }
    return walk(row, witness.steps(), parents, resolved(mapped));
  }

  private Candidate resolved(Candidate mapped) {
    return ledger
        .map(
            it ->
                new ResolveParents(rules, rules.references(), spelling)
                    .resolve(List.of(mapped), it)
                    .get(0))
        .orElse(mapped);
  }

  private Walk walk(
      SourceRow row, List<Walk.Step> steps, List<Walk.ParentStep> parents, Candidate end) {
    return new Walk(
        rules.source().entity(),
        row.key().text(),
        source(row),
        steps,
        parents,
        outcome(end),
        end instanceof Candidate.Skipped skipped ? Optional.of(skipped.rule()) : Optional.empty(),
        end instanceof Candidate.Rejected rejected
            ? Optional.of(refusal(rejected.rejection()))
            : Optional.empty(),
        end instanceof Candidate.Mapped whole ? document(whole.document()) : List.of());
  }

  private static Outcome outcome(Candidate end) {
    if (end instanceof Candidate.Skipped) {
      return Outcome.SKIPPED;
    }
    return end instanceof Candidate.Rejected ? Outcome.REJECTED : Outcome.PENDING;
  }

  private List<Walk.Cell> source(SourceRow row) {
    List<SourceColumn> columns = rules.source().columns();
    List<Walk.Cell> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Object value = row.values().get(i);
      cells.add(
          new Walk.Cell(columns.get(i).name(), columns.get(i).typeName(), ValueText.of(value)));
    }
    return cells;
  }

  private List<Walk.Cell> document(Document document) {
    List<TargetColumn> columns = rules.shape().columns();
    List<Walk.Cell> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Object value = document.values().get(i);
      cells.add(
          new Walk.Cell(columns.get(i).name(), columns.get(i).typeName(), ValueText.of(value)));
    }
    return cells;
  }

  private Optional<Walk.ParentStep> parent(Document document, ReferenceRule rule) {
    Object value = new ParentValues(rules).of(document, rule);
    return value instanceof Reference reference
        ? Optional.of(
            new Walk.ParentStep(
                rule.field(), reference.entity(), reference.key().text(), state(reference)))
        : Optional.empty();
  }

  private String state(Reference reference) {
    return ledger
        .map(it -> it.parents(reference.entity(), List.of(reference.key())))
        .map(known -> state(Optional.ofNullable(known.get(reference.key()))))
        .orElse("the store was not asked");
  }

  private static String state(Optional<Parent> parent) {
    if (parent.isEmpty()) {
      return "not known to the store";
    }
    if (parent.get() instanceof Parent.Present present) {
      return "present as " + present.key();
    }
    return parent.get() instanceof Parent.UnderWay underWay
        ? "under way as " + underWay.key()
        : "not loaded";
  }

  private static Walk.Refusal refusal(Rejection rejection) {
    return new Walk.Refusal(
        rejection.stage(),
        rejection.reason(),
        rejection.column(),
        rejection.message(),
        rejection.turn());
  }
}
