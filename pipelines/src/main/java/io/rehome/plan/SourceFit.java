package io.rehome.plan;

import io.rehome.model.SourceColumn;
import io.rehome.model.SourceTable;
import io.rehome.plan.ExpressionUse.Over;
import io.rehome.transforms.expression.Expression;
import io.rehome.transforms.expression.LookupMention;
import io.rehome.transforms.expression.Mention;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether an entity's rules name columns that its source has. */
final class SourceFit {
  private final Plan plan;
  private final EntityPlan entity;
  private final Set<String> columns;
  private final Catalog catalog;
  private final Problems problems;

  SourceFit(Plan plan, EntityPlan entity, SourceTable table, Catalog catalog, Problems problems) {
    this.plan = plan;
    this.entity = entity;
    this.columns = new HashSet<>(table.columns().stream().map(SourceColumn::name).toList());
    this.catalog = catalog;
    this.problems = problems;
  }

  void examine() {
    for (SourceName name : SourceName.columns(entity)) {
      column(name.name(), plan.positions().of(name.path()), columns);
    }
    if (!entity.changed().isEmpty()) {
      column(entity.changed(), plan.positions().of(entity.path("changed")), columns);
    }
    ExpressionUse.of(entity).forEach(this::expression);
  }

  private void expression(ExpressionUse use) {
    Expression expression = Expressions.known(use.text());
    for (LookupMention mention : expression.lookups()) {
      mention
          .column()
          .ifPresent(column -> lookupColumn(mention.lookup().name(), column, use.path()));
    }
    if (use.over() == Over.DOCUMENT) {
      return;
    }
    Set<String> known = new HashSet<>(columns);
    if (use.over() == Over.STEP) {
      known.add(WithValue.NAME);
    }
    for (Mention mention : expression.columns()) {
      column(mention.name(), at(use.path(), mention), known);
    }
  }

  private void lookupColumn(String lookup, Mention column, String path) {
    Set<String> known = catalog.lookupColumns(lookup);
    if (!known.isEmpty() && !known.contains(column.name())) {
      problems.unknown(at(path, column), "column of " + lookup, column.name(), known);
    }
  }

  private void column(String name, Where where, Set<String> known) {
    if (!known.contains(name)) {
      problems.unknown(where, "source column", name, List.copyOf(known));
    }
  }

  private Where at(String path, Mention mention) {
    return plan.positions().inside(path, mention.line(), mention.column());
  }
}
