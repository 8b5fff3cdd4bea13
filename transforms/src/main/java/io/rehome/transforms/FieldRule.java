package io.rehome.transforms;

import io.rehome.model.Mapper;
import java.util.Set;

/**
 * Fills one field of a document.
 *
 * @param rule the rule's text as the plan spells it, for the report and for {@code map}
 * @param columns the source columns that it reads; empty where it may read any
 * @param mapper gives any of the source classes, or a {@link io.rehome.model.Reference} where the
 *     field names a parent; it is converted to the column's type, exactly, by the check step
 */
public record FieldRule(String field, String rule, Set<String> columns, Mapper mapper) {
  public FieldRule {
    columns = Set.copyOf(columns);
  }
}
