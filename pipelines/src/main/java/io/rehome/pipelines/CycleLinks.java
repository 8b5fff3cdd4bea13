package io.rehome.pipelines;

import com.google.common.collect.ImmutableList;
import io.rehome.model.Candidate;
import io.rehome.model.Link;
import java.util.List;

/**
 * What one record references within its own cycle.
 *
 * @param needed the parents without which it is not loaded
 * @param optional those for which the plan has a value, should they not come
 */
record CycleLinks(List<Link> needed, List<Link> optional) {
  boolean isEmpty() {
    return needed.isEmpty() && optional.isEmpty();
  }

  /** What stands in the record as long as it is deferred: for these it holds NULL. */
  List<Link> standIns(Candidate.Mapped mapped) {
    return ImmutableList.<Link>builder().addAll(mapped.standIns()).addAll(optional).build();
  }
}
