package io.rehome.plan;

import io.rehome.model.Fields;
import org.jspecify.annotations.Nullable;

/** A row, and what the rule gave so far under the name {@code value}. */
record WithValue(Fields row, @Nullable Object result) implements Fields {
  static final String NAME = "value";

  @Override
  public @Nullable Object value(String name) {
    return name.equals(NAME) ? result : row.value(name);
  }

  @Override
  public void used(String rule) {
    row.used(rule);
  }
}
