package io.rehome.plan;

import io.rehome.model.TargetColumn;
import io.rehome.model.TargetTable;
import io.rehome.plan.FieldForm.Parent;
import io.rehome.plan.Levels.Link;
import io.rehome.plan.Levels.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether references can hold what they are to hold, and in which order that is possible. */
final class References {
  private final Plan plan;
  private final Catalog catalog;
  private final Problems problems;

  References(Plan plan, Catalog catalog, Problems problems) {
    this.plan = plan;
    this.catalog = catalog;
    this.problems = problems;
  }

  /** All reference fields, with what the target's columns allow. */
  List<Link> links() {
    List<Link> links = new ArrayList<>();
    for (EntityPlan entity : plan.entities()) {
      for (FieldPlan field : entity.fields()) {
        if (field.form() instanceof Parent parent) {
          examine(entity, field.field(), parent);
          links.add(
              new Link(
                  entity.name(), field.field(), parent.entity(), timing(entity, field.field())));
        }
      }
    }
    Ordering.impossible(links).forEach(this::refuse);
    levels(links).levels().stream()
        .flatMap(level -> level.groups().stream())
        .flatMap(group -> group.links().stream())
        .filter(this::isOfKey)
        .forEach(this::refuseInKey);
    return links;
  }

  /** The order that these links ask for. */
  Levels levels(List<Link> links) {
    return Ordering.of(plan.entities().stream().map(EntityPlan::name).toList(), links);
  }

  private boolean isOfKey(Link link) {
    boolean fits = catalog.target(link.parent()).stream().anyMatch(it -> it.key().size() == 1);
    return fits
        && catalog.target(link.entity()).stream().anyMatch(it -> it.key().contains(link.field()));
  }

  private void examine(EntityPlan entity, String field, Parent parent) {
    sourceKey(entity, field, parent);
    Optional<TargetTable> above = catalog.target(parent.entity());
    Optional<TargetColumn> column =
        catalog.target(entity.name()).flatMap(table -> table.column(field));
    if (above.isPresent() && above.get().key().size() > 1) {
      String key = String.join(", ", above.get().key());
      tell(
          entity,
          field,
          ".ref",
          "one field cannot name " + parent.entity() + ", whose key is " + key);
    } else if (above.isPresent() && column.isPresent()) {
      types(entity, field, parent, column.get(), above.get());
    }
  }

  private void sourceKey(EntityPlan entity, String field, Parent parent) {
    boolean told = plan.entity(parent.entity()).map(above -> !above.key().isEmpty()).orElse(true);
    catalog
        .source(parent.entity())
        .filter(above -> !told && above.key().size() != parent.from().size())
        .ifPresent(
            above ->
                tell(
                    entity,
                    field,
                    ".from",
                    "the key of "
                        + parent.entity()
                        + " is "
                        + above.key().size()
                        + " columns, not "
                        + parent.from().size()));
  }

  private void types(
      EntityPlan entity, String field, Parent parent, TargetColumn column, TargetTable above) {
    Optional<TargetColumn> key = above.key().stream().findFirst().flatMap(above::column);
    if (key.isPresent() && key.get().type() != column.type()) {
      String what =
          "is %s, the key of %s %s"
              .formatted(column.typeName(), parent.entity(), key.get().typeName());
      tell(entity, field, "", what);
    }
  }

  private Timing timing(EntityPlan entity, String field) {
    Optional<TargetTable> table = catalog.target(entity.name());
    boolean required =
        table.flatMap(it -> it.column(field)).map(TargetColumn::isRequired).orElse(false);
    boolean immediate =
        table.stream()
            .flatMap(it -> it.foreignKeys().stream())
            .filter(key -> key.columns().contains(field))
            .anyMatch(key -> key.timing() == TargetTable.Timing.IMMEDIATE);
    if (!required) {
      return Timing.LATE;
    }
    return immediate ? Timing.ORDERED : Timing.DEFERRED;
  }

  private void refuse(Link link) {
    EntityPlan entity = plan.entity(link.entity()).orElseThrow();
    String what =
        "is NOT NULL and not deferrable, and leads back to "
            + link.entity()
            + ": no record could be the first";
    tell(entity, link.field(), ".ref", what);
  }

  private void refuseInKey(Link link) {
    EntityPlan entity = plan.entity(link.entity()).orElseThrow();
    String what =
        "is part of the key of %s, and leads back to %s: such a record's key would be known only"
            + " after others are loaded that need it";
    tell(
        entity,
        link.field(),
        ".ref",
        what.formatted(entity.to(), link.entity()),
        "give the table a key without it");
  }

  private void tell(EntityPlan entity, String field, String part, String what, String hint) {
    problems.add(plan.positions().of(entity.path("fields." + field + part)), what, hint);
  }

  private void tell(EntityPlan entity, String field, String part, String what) {
    problems.add(plan.positions().of(entity.path("fields." + field + part)), what);
  }
}
