package io.rehome.io;

import io.rehome.model.Document;
import io.rehome.model.TargetColumn;
import java.util.List;

/** What becomes of a target row whose record the source has no more. */
public sealed interface Retirement {

  /** It is deleted. */
  record Delete() implements Retirement {}

  /**
   * Some of its columns are set.
   *
   * @param values one for each of the columns
   */
  record Change(List<TargetColumn> columns, Document values) implements Retirement {
    public Change {
      columns = List.copyOf(columns);
    }
  }
}
