package io.rehome.transforms.values;

import io.rehome.model.Reason;
import io.rehome.model.RejectedValue;
import io.rehome.model.TargetColumn.Nullability;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets NULL pass where the column takes it. */
record NullAware(IntoType into, Nullability nullability) implements Conversion {

  @Override
  public @Nullable Object convert(@Nullable Object value, Consumer<String> used)
      throws RejectedValue {
    if (value != null) {
      return into.convert(value, used);
    }
    if (nullability == Nullability.NOT_NULL) {
      throw new RejectedValue(Reason.NULL, "NULL, where a value is required");
    }
    return null;
  }
}
