package io.rehome.transforms;

import io.rehome.model.RejectedValue;
import io.rehome.model.SourceRow;
import io.rehome.model.Stage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills fields from what is mapped already, in the order of their rules, or as corrected. */
final class EnrichFields implements Step {
  private final Places shape;
  private final List<EnrichRule> rules;
  private final int[] filled;
  private final Corrections corrections;

  EnrichFields(Places shape, List<EnrichRule> rules, Corrections corrections) {
    this.corrections = corrections;
    this.shape = shape;
    this.rules = rules;
    this.filled = shape.of(rules.stream().map(EnrichRule::field).toList());
  }

  @Override
  public void take(SourceRow row, List<@Nullable Object> document, Witness witness) throws Refused {
    RowFields fields = new RowFields(shape, document, witness);
    Map<String, @Nullable Object> corrected = corrections.of(row.key());
    for (int i = 0; i < filled.length; i++) {
      EnrichRule rule = rules.get(i);
      boolean given = corrected.containsKey(rule.field());
      Object value = given ? corrected.get(rule.field()) : value(rule, fields.seenBy(rule.field()));
      document.set(filled[i], value);
      witness.filled(Stage.ENRICH, rule.field(), given ? Corrections.RULE : rule.rule(), value);
    }
  }

  private static @Nullable Object value(EnrichRule rule, RowFields fields) throws Refused {
    try {
      return rule.enricher().enrich(fields);
    } catch (RejectedValue e) {
      throw new Refused(Stage.ENRICH, rule.field(), e);
    } catch (RuntimeException e) {
      throw Refused.broken(Stage.ENRICH, rule.field(), e);
    }
  }
}
