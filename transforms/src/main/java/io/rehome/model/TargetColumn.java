package io.rehome.model;

import java.io.Serializable;
import java.util.List;

/**
 * A column of a target table, as the target's catalog describes it.
 *
 * @param typeName the type as the target spells it, usable in a cast: {@code numeric(10,2)}
 * @param size characters of a text, bytes of an integer or float (2, 4, 8), digits of a decimal; 0
 *     = without limit
 * @param scale digits after the point of a decimal
 * @param labels the labels of an enum, in order
 */
public record TargetColumn(
    String name,
    TargetType type,
    String typeName,
    int size,
    int scale,
    List<String> labels,
    Nullability nullability,
    Filling filling)
    implements Serializable {

  /** Whether the column takes NULL. */
  public enum Nullability {
    NULLABLE,
    NOT_NULL
  }

  /** Who fills the column where a document does not. */
  public enum Filling {
    /** Nobody. */
    NONE,
    /** A default expression. */
    DEFAULT,
    /** An identity or a sequence. */
    SEQUENCE,
    /** The database always computes it: it is never written. */
    GENERATED
  }

  public TargetColumn {
    labels = List.copyOf(labels);
  }

  /** Whether a document must hold a value for it. */
  public boolean isRequired() {
    return nullability == Nullability.NOT_NULL;
  }

  /** Whether no document and no default would fill it. */
  public boolean mustBeWritten() {
    return isRequired() && filling == Filling.NONE;
  }
}
