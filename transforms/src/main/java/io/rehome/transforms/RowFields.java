package io.rehome.transforms;

import io.rehome.model.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a row or document by name, and the field whose rule looks at them. */
final class RowFields implements Fields {
  private final Places places;
  private final List<@Nullable Object> values;
  private final Witness witness;
  private String field = "";

  RowFields(Places places, List<@Nullable Object> values, Witness witness) {
    this.places = places;
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
    return values.get(places.of(name));
  }

  @Override
  public void used(String rule) {
    witness.used(field, rule);
  }
}
