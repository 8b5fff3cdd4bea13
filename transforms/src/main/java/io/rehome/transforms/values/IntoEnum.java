package io.rehome.transforms.values;

import io.rehome.model.Reason;
import io.rehome.model.RejectedValue;
import java.util.List;
import java.util.function.Consumer;

/** Into an enum: one of its labels, spelled exactly. */
record IntoEnum(List<String> labels) implements IntoType {

  @Override
  public Object convert(Object value, Consumer<String> used) throws RejectedValue {
    String label = PlainText.of(value);
    if (!labels.contains(label)) {
      throw Refusal.because(Reason.NOT_LISTED, label, "none of " + String.join(", ", labels));
    }
    return label;
  }
}
