package io.rehome.transforms.values;

import io.rehome.model.RejectedValue;
import io.rehome.model.TargetColumn;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns any value of a source (the classes of {@link io.rehome.model.SourceType}) into the one
 * class in which a document carries the column's values ({@link io.rehome.model.TargetType}):
 * exactly, or not at all. Nothing is shortened, rounded or moved to another zone;
 * docs/reference/types.md has the table. Canonical: what the target holds as the same value comes
 * out as the same value.
 *
 * <p>Chosen once for a column; safe for use by several threads.
 */
public interface Conversion extends Serializable {

  /**
   * Converts one value.
   *
   * @param used told the rule's name where a value was converted by a rule that the report counts
   * @throws RejectedValue where the column cannot hold this very value: NULL, TOO_LONG,
   *     OUT_OF_RANGE, BAD_VALUE, NOT_LISTED or BAD_TEXT
   */
  @Nullable Object convert(@Nullable Object value, Consumer<String> used) throws RejectedValue;

  /** The conversion into this column; {@code zone} is that of dates and times that carry none. */
  static Conversion into(TargetColumn column, ZoneId zone) {
    return new NullAware(IntoType.of(column, zone), column.nullability());
  }
}
