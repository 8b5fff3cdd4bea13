package io.rehome.transforms;

import io.rehome.model.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a row or document by name, and the field whose rule looks at them. */
final class RowFields implements Fields {
  private final Map<String, Integer> positions;
  private final List<@Nullable Object> values;
  private final Witness witness;
  private String field = "";

  RowFields(Map<String, Integer> positions, List<@Nullable Object> values, Witness witness) {
    this.positions = positions;
    this.values = values;
    this.witness = witness;
  }

  /** The same values, seen by the rule of this field. */
  RowFields seenBy(String field) {
    this.field = field;
    return this;
  }

  @Override
  public @Nullable Object value(String name) {
    Integer position = positions.get(name);
    if (position == null) {
      throw new IllegalArgumentException("there is no column or field " + name);
    }
    return values.get(position);
  }

  @Override
  public void used(String rule) {
    witness.used(field, rule);
  }
}
