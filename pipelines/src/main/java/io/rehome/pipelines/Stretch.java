package io.rehome.pipelines;

import io.rehome.io.Upload;
import io.rehome.model.SourceTable;
import java.io.Serializable;
import java.util.Set;

/**
 * One entity's stretch of the river.
 *
 * @param innerFields the fields that reference records of the entity's own cycle
 * @param lateFields those of them that are linked after the rows are placed
 * @param foreign what to do with target rows that somebody else changed
 */
record Stretch(SourceTable source, Set<String> innerFields, Set<String> lateFields, Foreign foreign)
    implements Serializable {

  /** What becomes of a target row that somebody else changed. */
  enum Foreign {
    REJECT,
    OVERWRITE
  }

  Stretch {
    innerFields = Set.copyOf(innerFields);
    lateFields = Set.copyOf(lateFields);
  }

  String entity() {
    return source.entity();
  }

  /** The claim with which a record is sent whose store knows this one. */
  Upload.Claim claim(Upload.Claim known) {
    return foreign == Foreign.OVERWRITE ? Upload.Claim.OVERWRITE : known;
  }
}
