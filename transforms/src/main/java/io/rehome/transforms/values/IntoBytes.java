package io.rehome.transforms.values;

import io.rehome.model.Bytes;
import io.rehome.model.RejectedValue;
import java.util.function.Consumer;

/** Into {@code bytea}, from a binary value only: how a text becomes bytes is a rule's to say. */
record IntoBytes() implements IntoType {

  @Override
  public Object convert(Object value, Consumer<String> used) throws RejectedValue {
    if (value instanceof Bytes) {
      return value;
    }
    throw Refusal.badValue(value, "no binary value");
  }
}
