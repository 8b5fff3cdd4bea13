package io.rehome.pipelines;

import io.rehome.model.Correction;
import io.rehome.model.RejectedValue;
import io.rehome.model.SourceKey;
import io.rehome.model.TargetColumn;
import io.rehome.transforms.EntityRules;
import io.rehome.transforms.ReferenceRule;
import io.rehome.transforms.RulesFactory;
import io.rehome.transforms.expression.NearestName;
import io.rehome.transforms.values.Conversion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Holds corrections against the entity that they are for, before they are kept. */
public final class CheckCorrections {
  private final RulesFactory factory;
  private final EntityRules rules;

  private CheckCorrections(RulesFactory factory, EntityRules rules) {
    this.factory = factory;
    this.rules = rules;
  }

  /** By the rules of this entity. */
  public static CheckCorrections by(RulesFactory factory, String entity) {
    return new CheckCorrections(factory, factory.rules(entity));
  }

  /** What is wrong with them, one line each. */
  public List<String> problems(Collection<Correction> corrections) {
    return corrections.stream().flatMap(one -> problem(one).stream()).toList();
  }

  private Optional<String> problem(Correction correction) {
    List<TargetColumn> columns = rules.shape().columns();
    Optional<TargetColumn> column =
        columns.stream().filter(one -> one.name().equals(correction.field())).findFirst();
    return column.isEmpty()
        ? Optional.of(
            unknown(correction.field(), columns.stream().map(TargetColumn::name).toList()))
        : problem(correction, column.get()).map(said -> named(correction.field()) + ": " + said);
  }

  private String unknown(String field, List<String> known) {
    String hint = NearestName.of(field, known).map("did you mean %s? "::formatted).orElse("");
    return "%s fills no field %s (%sit fills %s)"
        .formatted(rules.source().entity(), field, hint, String.join(", ", known));
  }

  private String named(String field) {
    return rules.source().entity() + "." + field;
  }

  private Optional<String> problem(Correction correction, TargetColumn column) {
    if (rules.shape().key().contains(column)) {
      return Optional.of("a part of the target key; a correction does not move a record");
    }
    Optional<ReferenceRule> parent =
        rules.references().stream().filter(rule -> rule.field().equals(column.name())).findFirst();
    return parent.isPresent() && correction.value().isPresent()
        ? noKey(correction, parent.get().entity())
        : noValue(correction, column);
  }

  private Optional<String> noKey(Correction correction, String parent) {
    try {
      correction
          .value()
          .map(SourceKey::new)
          .orElseThrow()
          .parts(factory.rules(parent).source().key().size());
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of("no source key of " + parent + ": " + e.getMessage());
    }
  }

  private Optional<String> noValue(Correction correction, TargetColumn column) {
    try {
      Conversion.into(column, rules.zone()).convert(correction.value().orElse(null), rule -> {});
      return Optional.empty();
    } catch (RejectedValue e) {
      return Optional.of(e.reason() + ": " + e.getMessage());
    }
  }
}
