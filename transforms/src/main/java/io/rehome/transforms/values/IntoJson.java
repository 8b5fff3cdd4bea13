package io.rehome.transforms.values;

import io.rehome.model.RejectedValue;
import java.math.BigDecimal;
import java.util.function.Consumer;

/**
 * Into {@code json} or {@code jsonb}: JSON text as it came, or a number or truth as JSON writes it.
 */
record IntoJson(JsonForm form) implements IntoType {

  @Override
  public Object convert(Object value, Consumer<String> used) throws RejectedValue {
    if (value instanceof String text) {
      Characters.count(text);
      new JsonGrammar(text, form).check();
      return text;
    }
    if (value instanceof Boolean || value instanceof Long || value instanceof BigDecimal) {
      return PlainText.of(value);
    }
    throw Refusal.badValue(value, "no JSON");
  }
}
