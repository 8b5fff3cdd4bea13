package io.rehome.model;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The columns of an entity's documents.
 *
 * @param columns what is written, in this order: columns of {@code table}
 * @param key the target key's columns, all among {@code columns}
 */
public record DocumentShape(TargetTable table, List<TargetColumn> columns, List<TargetColumn> key)
    implements Serializable {

  public DocumentShape {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }

  /** The position of each column by its name. */
  public Map<String, Integer> positions() {
    return IntStream.range(0, columns.size())
        .boxed()
        .collect(Collectors.toUnmodifiableMap(i -> columns.get(i).name(), i -> i));
  }

  /** Where the key's columns stand among the columns. */
  public int[] keyPositions() {
    return key.stream().mapToInt(columns::indexOf).toArray();
  }
}
