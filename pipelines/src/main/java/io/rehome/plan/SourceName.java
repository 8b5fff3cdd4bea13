package io.rehome.plan;

import io.rehome.plan.FieldForm.Parent;
import io.rehome.plan.FieldForm.Stepped;
import java.util.ArrayList;
import java.util.List;

/** What stands behind {@code from}: a column's name or an expression, and where it is written. */
record SourceName(String path, String name) {

  /** Whether a text behind {@code from} is an expression: it holds a parenthesis. */
  static boolean isExpression(String text) {
    return text.indexOf('(') >= 0;
  }

  /** All plain column names behind the {@code from} of an entity's fields. */
  static List<SourceName> columns(EntityPlan entity) {
    List<SourceName> columns = new ArrayList<>();
    for (FieldPlan field : entity.fields()) {
      if (field.form() instanceof Stepped stepped) {
        String path = entity.path("fields." + field.field() + ".from");
        columns.add(new SourceName(path, stepped.from()));
      } else if (field.form() instanceof Parent parent) {
        columns.addAll(of(entity, field.field(), parent));
      }
    }
    return columns.stream()
        .filter(column -> !column.name().isEmpty() && !isExpression(column.name()))
        .toList();
  }

  /** What makes the parent's key. */
  static List<SourceName> of(EntityPlan entity, String field, Parent parent) {
    String path = entity.path("fields." + field + ".from");
    List<SourceName> names = new ArrayList<>();
    for (int i = 0; i < parent.from().size(); i++) {
      String place = parent.from().size() == 1 ? path : path + "." + (i + 1);
      names.add(new SourceName(place, parent.from().get(i)));
    }
    return names;
  }
}
