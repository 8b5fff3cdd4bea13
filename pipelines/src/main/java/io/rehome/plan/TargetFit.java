package io.rehome.plan;

import io.rehome.model.TargetColumn;
import io.rehome.model.TargetColumn.Filling;
import io.rehome.model.TargetTable;
import io.rehome.plan.CheckPlan.That;
import io.rehome.plan.FieldForm.Missing;
import io.rehome.plan.FieldForm.Parent;
import io.rehome.plan.FieldForm.Stepped;
import io.rehome.transforms.expression.Mention;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether an entity's document fits the table that is written. */
final class TargetFit {
  private final Plan plan;
  private final EntityPlan entity;
  private final TargetTable table;
  private final Set<String> written;
  private final Problems problems;
  private final LiteralFit literals;

  TargetFit(Plan plan, EntityPlan entity, TargetTable table, Problems problems) {
    this.plan = plan;
    this.entity = entity;
    this.table = table;
    this.written = Shapes.written(entity, table);
    this.problems = problems;
    this.literals = new LiteralFit(plan, problems);
  }

  void examine() {
    entity.fields().forEach(this::field);
    unfilled();
    uniques();
    checks();
    deletes();
  }

  private void field(FieldPlan field) {
    String path = "fields." + field.field();
    Optional<TargetColumn> column = column(path, field.field());
    if (column.isEmpty()) {
      return;
    }
    if (column.get().filling() == Filling.GENERATED) {
      problems.add(at(path), "is computed by the target and cannot be written");
    }
    if (field.form() instanceof Stepped stepped) {
      stepped(stepped, path, column.get());
    }
    if (field.form() instanceof Parent parent
        && parent.missing() instanceof Missing.Instead instead) {
      literals.examine(instead.value(), entity.path(path + ".missing"), column.get());
    }
  }

  private void stepped(Stepped stepped, String path, TargetColumn column) {
    if (!stepped.as().isEmpty()) {
      return; // the literals are no fields yet: an expression follows
    }
    stepped
        .missing()
        .ifPresent(missing -> literals.examine(missing, entity.path(path + ".missing"), column));
    stepped
        .values()
        .forEach(
            listed ->
                literals.examine(
                    listed.value(), entity.path(path + ".values." + listed.label()), column));
  }

  private void unfilled() {
    table.columns().stream()
        .filter(column -> column.mustBeWritten() && !written.contains(column.name()))
        .forEach(
            column ->
                problems.add(
                    at("fields"),
                    "nothing fills \""
                        + column.name()
                        + "\", which is NOT NULL without a default"));
  }

  private void uniques() {
    for (UniquePlan unique : entity.uniques()) {
      String path = "unique." + String.join(", ", unique.fields());
      unique.fields().forEach(field -> writtenField(path, field));
    }
  }

  private void checks() {
    for (int i = 0; i < entity.checks().size(); i++) {
      String path = "check." + (i + 1);
      CheckPlan check = entity.checks().get(i);
      if (check instanceof CheckPlan.Is is) {
        writtenField(path + ".field", is.field());
      } else if (check instanceof CheckPlan.Java java && !java.field().isEmpty()) {
        writtenField(path + ".field", java.field());
      } else if (check instanceof That that) {
        that(that, path + ".that");
      }
    }
  }

  private void that(That that, String path) {
    for (Mention mention : Expressions.known(that.expression()).columns()) {
      if (!written.contains(mention.name())) {
        Where where = plan.positions().inside(entity.path(path), mention.line(), mention.column());
        problems.unknown(where, "field", mention.name(), written);
      }
    }
  }

  private void deletes() {
    if (entity.deletes() instanceof DeletePolicy.Mark mark) {
      for (DeletePolicy.Change change : mark.changes()) {
        String path = "deletes.set." + change.field();
        column(path, change.field())
            .ifPresent(column -> literals.examine(change.value(), entity.path(path), column));
      }
    }
  }

  private void writtenField(String path, String field) {
    if (!written.contains(field)) {
      problems.unknown(at(path), "field", field, written);
    }
  }

  private Optional<TargetColumn> column(String path, String name) {
    Optional<TargetColumn> column = table.column(name);
    if (column.isEmpty()) {
      List<String> known = table.columns().stream().map(TargetColumn::name).toList();
      problems.unknown(at(path), "column of " + table.name(), name, known);
    }
    return column;
  }

  private Where at(String part) {
    return plan.positions().of(entity.path(part));
  }
}
