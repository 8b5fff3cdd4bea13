package io.rehome.pipelines;

import io.rehome.model.Document;
import io.rehome.model.SourceColumn;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import io.rehome.transforms.EntityRules;
import io.rehome.transforms.FieldRule;
import io.rehome.transforms.MapFields;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The unique values that rows claim, mapped from no more columns than that takes. A row whose
 * unique fields cannot be mapped claims nothing: it will be rejected.
 */
final class UniqueValues {
  private final Claims claims;
  private final MapFields mapping;

  /**
   * The unique values of rows of this table, which may hold fewer columns than the entity reads.
   */
  UniqueValues(EntityRules rules, SourceTable narrow) {
    this.claims = new Claims(rules);
    this.mapping = new MapFields(rules, narrow, fields(rules));
  }

  List<Claim> of(SourceRow row) {
    Optional<Document> document = row.chosen() ? mapping.map(row) : Optional.empty();
    return document.map(claims::of).orElse(List.of());
  }

  /**
   * The columns that the unique fields of an entity read, for a reader; all where one may read any.
   */
  static List<String> columns(EntityRules rules) {
    Set<String> fields = fields(rules);
    List<FieldRule> unique =
        rules.fields().stream().filter(rule -> fields.contains(rule.field())).toList();
    boolean any =
        rules.isEnriched(fields) || unique.stream().anyMatch(rule -> rule.columns().isEmpty());
    Set<String> columns =
        unique.stream().flatMap(rule -> rule.columns().stream()).collect(Collectors.toSet());
    rules.source().key().stream().map(SourceColumn::name).forEach(columns::add);
    return any || rules.source().isKeyless()
        ? List.of()
        : rules.source().columns().stream()
            .map(SourceColumn::name)
            .filter(columns::contains)
            .toList();
  }

  private static Set<String> fields(EntityRules rules) {
    Set<String> fields = new HashSet<>();
    rules.uniques().forEach(unique -> fields.addAll(unique.fields()));
    return fields;
  }
}
