package io.rehome.transforms.reconcile;

import io.rehome.model.FieldDifference;
import io.rehome.model.SourceColumn;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares rows of one source table, column by column. */
public final class CompareRows {
  private final List<String> names;

  /** Compares rows of this table. */
  public CompareRows(SourceTable table) {
    this.names = table.columns().stream().map(SourceColumn::name).toList();
  }

  /** The columns in which they differ, in the table's order. */
  public List<FieldDifference> differences(SourceRow expected, SourceRow found) {
    List<FieldDifference> differences = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Object wanted = expected.values().get(i);
      Object held = found.values().get(i);
      if (!Objects.equals(wanted, held)) {
        differences.add(Shown.difference(names.get(i), wanted, held));
      }
    }
    return differences;
  }
}
