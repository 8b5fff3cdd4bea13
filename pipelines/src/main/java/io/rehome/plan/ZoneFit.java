package io.rehome.plan;

import io.rehome.model.SourceColumn;
import io.rehome.model.SourceTable;
import io.rehome.model.SourceType;
import io.rehome.model.TargetColumn;
import io.rehome.model.TargetType;
import java.util.Set;

/** Whether a zone is named where a date and time that carries none becomes a moment. */
final class ZoneFit {
  private final Plan plan;
  private final EntityPlan entity;
  private final Catalog catalog;
  private final Problems problems;

  ZoneFit(Plan plan, EntityPlan entity, Catalog catalog, Problems problems) {
    this.plan = plan;
    this.entity = entity;
    this.catalog = catalog;
    this.problems = problems;
  }

  void examine() {
    if (plan.source().zone().isEmpty()) {
      catalog
          .source(entity.name())
          .ifPresent(table -> entity.fields().forEach(f -> field(f, table)));
    }
  }

  private void field(FieldPlan field, SourceTable table) {
    boolean moment =
        catalog
            .target(entity.name())
            .flatMap(target -> target.column(field.field()))
            .map(TargetColumn::type)
            .filter(TargetType.INSTANT::equals)
            .isPresent();
    Set<String> read = ColumnsRead.by(field.form());
    boolean zoneless =
        table.columns().stream()
            .filter(column -> read.contains(column.name()))
            .map(SourceColumn::type)
            .anyMatch(SourceType.DATETIME::equals);
    if (moment && zoneless) {
      problems.add(
          plan.positions().of(entity.path("fields." + field.field())),
          "the source's date-time carries no zone, and the target's column wants one",
          "name source.zone");
    }
  }
}
