package io.rehome.plan;

import io.rehome.plan.FieldForm.Computed;
import io.rehome.plan.FieldForm.Parent;
import io.rehome.plan.FieldForm.Stepped;
import io.rehome.transforms.expression.Mention;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The source columns that a field's rule reads. */
final class ColumnsRead {
  private ColumnsRead() {}

  /** Their names; none where a Java rule may read any. */
  static Set<String> by(FieldForm form) {
    Set<String> columns = new TreeSet<>();
    if (form instanceof Computed computed) {
      columns.addAll(of(computed.expression()));
    } else if (form instanceof Stepped stepped) {
      columns.addAll(stepped.as().isEmpty() ? List.of() : of(stepped.as()));
      columns.remove(WithValue.NAME);
      columns.addAll(from(stepped.from()));
    } else if (form instanceof Parent parent) {
      parent.from().forEach(from -> columns.addAll(from(from)));
    }
    return columns;
  }

  private static List<String> from(String from) {
    return SourceName.isExpression(from) ? of(from) : List.of(from);
  }

  private static List<String> of(String expression) {
    return Expressions.known(expression).columns().stream().map(Mention::name).toList();
  }
}
