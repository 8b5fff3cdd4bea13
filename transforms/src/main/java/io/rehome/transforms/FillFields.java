package io.rehome.transforms;

import io.rehome.model.Reason;
import io.rehome.model.RejectedValue;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import io.rehome.model.Stage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fills fields from the columns of a row, or as they were corrected. A value that no lookup knows
 * fails ENRICH, else MAP.
 */
final class FillFields implements Step {
  private final Places columns;
  private final List<FieldRule> rules;
  private final int[] filled;
  private final Corrections corrections;

  /** Fills fields of documents of this shape from rows of {@code source}. */
  FillFields(SourceTable source, Places shape, List<FieldRule> rules, Corrections corrections) {
    this.corrections = corrections;
    this.columns = new Places(source.positions());
    this.rules = rules;
    this.filled = shape.of(rules.stream().map(FieldRule::field).toList());
  }

  @Override
  public void take(SourceRow row, List<@Nullable Object> document, Witness witness) throws Refused {
    RowFields fields = new RowFields(columns, row.values(), witness);
    Map<String, @Nullable Object> corrected = corrections.of(row.key());
    for (int i = 0; i < filled.length; i++) {
      FieldRule rule = rules.get(i);
      boolean given = corrected.containsKey(rule.field());
      Object value = given ? corrected.get(rule.field()) : value(rule, fields.seenBy(rule.field()));
      document.set(filled[i], value);
      witness.filled(Stage.MAP, rule.field(), given ? Corrections.RULE : rule.rule(), value);
    }
  }

  private static @Nullable Object value(FieldRule rule, RowFields fields) throws Refused {
    try {
      return rule.mapper().map(fields);
    } catch (RejectedValue e) {
      Stage stage = e.reason() == Reason.LOOKUP_MISSING ? Stage.ENRICH : Stage.MAP;
      throw new Refused(stage, rule.field(), e);
    } catch (RuntimeException e) {
      throw Refused.broken(Stage.MAP, rule.field(), e);
    }
  }
}
