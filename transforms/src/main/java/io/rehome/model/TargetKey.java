package io.rehome.model;

import java.io.Serializable;
import java.util.List;

/** A record's key in the target as text, in the form of {@link SourceKey}. */
public record TargetKey(String text) implements Serializable {

  /** The key of these column values, in the order of the target's key columns. */
  public static TargetKey of(List<String> parts) {
    return new TargetKey(KeyText.join(parts));
  }

  /** The key of these column values, each in one of the classes that {@link TargetType} names. */
  public static TargetKey ofValues(List<?> values) {
    return new TargetKey(KeyText.ofValues(values));
  }

  /**
   * The text of each key column.
   *
   * @throws IllegalArgumentException where the text is not a key of so many columns
   */
  public List<String> parts(int columns) {
    return KeyText.split(text, columns);
  }

  @Override
  public String toString() {
    return text;
  }
}
