package io.rehome.plan;

import java.io.Serializable;
import java.util.List;

/** Fields that no two records of an entity may share, all of them: the lowest key wins. */
public record UniquePlan(List<String> fields) implements Serializable {
  public UniquePlan {
    fields = List.copyOf(fields);
  }
}
