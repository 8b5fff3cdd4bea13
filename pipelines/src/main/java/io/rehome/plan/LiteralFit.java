package io.rehome.plan;

import io.rehome.model.RejectedValue;
import io.rehome.model.TargetColumn;
import io.rehome.transforms.values.Conversion;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Whether the values that a plan names can stand in their columns. */
final class LiteralFit {
  private final ZoneId zone;
  private final Plan plan;
  private final Problems problems;

  LiteralFit(Plan plan, Problems problems) {
    this.plan = plan;
    this.problems = problems;
    this.zone = plan.source().zone().orElse(ZoneOffset.UTC);
  }

  void examine(Literal literal, String path, TargetColumn column) {
    try {
      Conversion.into(column, zone).convert(Literals.value(literal, column), used -> {});
    } catch (RejectedValue e) {
      String what = "cannot stand in " + column.name() + ": " + e.getMessage();
      problems.add(plan.positions().of(path), what, Hints.nearest(literal.text(), column.labels()));
    }
  }
}
