package io.rehome.transforms;

import io.rehome.model.DocumentShape;
import io.rehome.model.SourceTable;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * All that is applied to the records of one entity, compiled.
 *
 * @param zone the zone of the source's dates and times that carry none
 * @param columnsRead the source columns that any rule reads: they, with the key, make the source
 *     row's fingerprint
 * @param uniques unique values within the entity: the plan's and the target's
 */
public record EntityRules(
    SourceTable source,
    DocumentShape shape,
    IdRule id,
    List<FieldRule> fields,
    List<EnrichRule> enrichers,
    List<CheckRule> checks,
    List<ReferenceRule> references,
    List<UniqueRule> uniques,
    ZoneId zone,
    Set<String> columnsRead,
    Corrections corrections) {

  public EntityRules {
    fields = List.copyOf(fields);
    enrichers = List.copyOf(enrichers);
    checks = List.copyOf(checks);
    references = List.copyOf(references);
    uniques = List.copyOf(uniques);
    columnsRead = Set.copyOf(columnsRead);
  }

  /** The same rules, with these corrections of the entity's records. */
  public EntityRules with(Corrections corrected) {
    return new EntityRules(
        source,
        shape,
        id,
        fields,
        enrichers,
        checks,
        references,
        uniques,
        zone,
        columnsRead,
        corrected);
  }

  /** Whether any of these fields can be told from a whole mapped document only. */
  public boolean isEnriched(Set<String> fields) {
    return enrichers.stream().anyMatch(rule -> fields.contains(rule.field()));
  }
}
