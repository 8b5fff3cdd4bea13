package io.rehome.pipelines;

import io.rehome.model.SourceColumn;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceType;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * Orders keys column by column: numbers by value, everything else by code units. The same on every
 * worker and engine, whatever a collation says.
 */
final class KeyOrder implements Comparator<SourceKey> {
  private final List<SourceColumn> columns;

  KeyOrder(List<SourceColumn> columns) {
    this.columns = columns;
  }

  @Override
  public int compare(SourceKey one, SourceKey other) {
    if (columns.isEmpty()) {
      return one.compareTo(other);
    }
    List<String> ones = one.parts(columns.size());
    List<String> others = other.parts(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      int order = compare(columns.get(i).type(), ones.get(i), others.get(i));
      if (order != 0) {
        return order;
      }
    }
    return one.compareTo(other); // 1.0 and 1.00 are two keys, on every worker in the same order
  }

  private static int compare(SourceType type, String one, String other) {
    return type == SourceType.INTEGER || type == SourceType.DECIMAL
        ? new BigDecimal(one).compareTo(new BigDecimal(other))
        : one.compareTo(other);
  }
}
