package io.rehome.transforms.reconcile;

import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.FieldDifference;
import io.rehome.model.TargetColumn;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares documents of one shape, field by field, by what their columns mean: numbers by value,
 * texts by their characters, a char(n) without the blanks that fill it, jsonb by its content. A
 * double is told apart by its bits: -0 is not 0.
 */
public final class CompareDocuments {
  private final List<TargetColumn> columns;
  private final List<Meaning> meanings;

  /** Compares documents of this shape. */
  public CompareDocuments(DocumentShape shape) {
    this.columns = shape.columns();
    this.meanings = columns.stream().map(Meaning::of).toList();
  }

  /** Whether they hold the same. */
  public boolean areSame(Document one, Document other) {
    for (int i = 0; i < meanings.size(); i++) {
      if (!meanings.get(i).areSame(one.values().get(i), other.values().get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The fields in which they differ, in the order of the columns. */
  public List<FieldDifference> differences(Document expected, Document found) {
    List<FieldDifference> differences = new ArrayList<>();
    for (int i = 0; i < meanings.size(); i++) {
      Object wanted = expected.values().get(i);
      Object held = found.values().get(i);
      if (!meanings.get(i).areSame(wanted, held)) {
        differences.add(Shown.difference(columns.get(i).name(), wanted, held));
      }
    }
    return differences;
  }
}
