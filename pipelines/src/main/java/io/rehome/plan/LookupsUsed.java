package io.rehome.plan;

import java.util.Set;
import java.util.stream.Collectors;

/** The lookups that an entity's rules ask. */
public final class LookupsUsed {
  private LookupsUsed() {}

  /** Their names. */
  public static Set<String> by(EntityPlan entity) {
    return ExpressionUse.of(entity).stream()
        .flatMap(use -> Expressions.known(use.text()).lookups().stream())
        .map(mention -> mention.lookup().name())
        .collect(Collectors.toSet());
  }
}
