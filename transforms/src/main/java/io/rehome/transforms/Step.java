package io.rehome.transforms;

import io.rehome.model.SourceRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of a record's way from row to document. */
interface Step {

  /**
   * Fills, converts or checks values of the document, which stand in the order of its shape.
   *
   * @throws Refused where the record cannot go on
   */
  void take(SourceRow row, List<@Nullable Object> document, Witness witness) throws Refused;
}
