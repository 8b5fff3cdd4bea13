package io.rehome.transforms;

import java.util.List;

/** Fields that no two records may share, all of them; a NULL among them claims nothing. */
public record UniqueRule(List<String> fields) {
  public UniqueRule {
    fields = List.copyOf(fields);
  }
}
