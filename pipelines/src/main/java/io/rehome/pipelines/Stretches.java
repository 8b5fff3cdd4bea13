package io.rehome.pipelines;

import com.google.common.collect.Lists;
import io.rehome.plan.CheckedEntity;
import io.rehome.plan.CheckedPlan;
import io.rehome.plan.EntityPlan.ForeignChange;
import io.rehome.plan.Levels.Link;
import io.rehome.plan.Levels.Timing;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Cuts the plan into one stretch for each entity. */
final class Stretches {
  private Stretches() {}

  static Stretch of(CheckedPlan plan, String entity) {
    CheckedEntity checked = plan.entity(entity);
    return new Stretch(
        checked.source(),
        fields(plan, entity, link -> true),
        fields(plan, entity, link -> link.timing() == Timing.LATE),
        checked.plan().foreignChange() == ForeignChange.OVERWRITTEN
            ? Stretch.Foreign.OVERWRITE
            : Stretch.Foreign.REJECT);
  }

  /** Those of the wanted entities, children before their parents. */
  static List<Stretch> childrenFirst(Parts parts) {
    List<Stretch> stretches =
        parts.plan().levels().levels().stream()
            .flatMap(level -> level.groups().stream())
            .flatMap(group -> group.entities().stream())
            .filter(parts.request()::wants)
            .map(entity -> of(parts.plan(), entity))
            .toList();
    return Lists.reverse(stretches);
  }

  private static Set<String> fields(CheckedPlan plan, String entity, Predicate<Link> wanted) {
    return plan.levels().group(entity).links().stream()
        .filter(link -> link.entity().equals(entity))
        .filter(wanted)
        .map(Link::field)
        .collect(Collectors.toSet());
  }
}
