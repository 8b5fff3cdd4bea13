package io.rehome.pipelines;

import io.rehome.io.Agreement;
import io.rehome.io.Difference;
import io.rehome.model.SourceKey;
import java.util.List;

/**
 * What a comparison makes of a source row.
 *
 * @param agreement what it is where it is neither changed nor missing
 * @param differences empty where there is none
 */
record Judgement(SourceKey key, Agreement agreement, List<Difference> differences) {
  Judgement {
    differences = List.copyOf(differences);
  }

  /** Whether it counts as {@code agreement}: several rows of its key do not hinder that. */
  boolean agrees() {
    return differences.stream().allMatch(it -> it.kind() == Difference.Kind.DUPLICATED);
  }
}
