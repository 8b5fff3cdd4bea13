package io.rehome.plan;

import io.rehome.plan.CheckPlan.That;
import io.rehome.plan.FieldForm.Computed;
import io.rehome.plan.FieldForm.Parent;
import io.rehome.plan.FieldForm.Stepped;
import java.util.ArrayList;
import java.util.List;

/**
 * An expression of a plan, and where it stands.
 *
 * @param over what its names are
 */
record ExpressionUse(EntityPlan entity, String path, String text, Over over) {

  /** What an expression's names are. */
  enum Over {
    /** Columns of the source. */
    ROW,
    /** Columns of the source, and {@code value}: what the rule gave so far. */
    STEP,
    /** Fields of the document. */
    DOCUMENT
  }

  /** All expressions of an entity, in no particular order. */
  static List<ExpressionUse> of(EntityPlan entity) {
    List<ExpressionUse> uses = new ArrayList<>();
    for (FieldPlan field : entity.fields()) {
      String path = entity.path("fields." + field.field());
      if (field.form() instanceof Computed computed) {
        uses.add(new ExpressionUse(entity, path, computed.expression(), Over.ROW));
      } else if (field.form() instanceof Stepped stepped) {
        addStepped(entity, path, stepped, uses);
      }
    }
    addKeys(entity, uses);
    addChecks(entity, uses);
    return uses;
  }

  private static void addStepped(
      EntityPlan entity, String path, Stepped stepped, List<ExpressionUse> uses) {
    if (SourceName.isExpression(stepped.from())) {
      uses.add(new ExpressionUse(entity, path + ".from", stepped.from(), Over.ROW));
    }
    if (!stepped.as().isEmpty()) {
      uses.add(new ExpressionUse(entity, path + ".as", stepped.as(), Over.STEP));
    }
  }

  private static void addKeys(EntityPlan entity, List<ExpressionUse> uses) {
    for (FieldPlan field : entity.fields()) {
      if (field.form() instanceof Parent parent) {
        SourceName.of(entity, field.field(), parent).stream()
            .filter(name -> SourceName.isExpression(name.name()))
            .forEach(
                name -> uses.add(new ExpressionUse(entity, name.path(), name.name(), Over.ROW)));
      }
    }
  }

  private static void addChecks(EntityPlan entity, List<ExpressionUse> uses) {
    for (int i = 0; i < entity.checks().size(); i++) {
      if (entity.checks().get(i) instanceof That that) {
        String path = entity.path("check." + (i + 1) + ".that");
        uses.add(new ExpressionUse(entity, path, that.expression(), Over.DOCUMENT));
      }
    }
  }
}
