package io.rehome.plan;

import io.rehome.model.Check;
import io.rehome.model.Fields;
import io.rehome.model.RejectedValue;
import io.rehome.transforms.CheckRule;
import io.rehome.transforms.expression.Expression;
import io.rehome.transforms.expression.Mention;
import io.rehome.transforms.expression.Surroundings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Compiles the checks of an entity. */
record CheckCompiler(Instant now, Surroundings surroundings) {

  List<CheckRule> checks(EntityPlan entity) {
    return entity.checks().stream().map(this::rule).toList();
  }

  private CheckRule rule(CheckPlan check) {
    if (check instanceof CheckPlan.Is is) {
      return new CheckRule(is.field(), "is " + is.kind(), Kinds.check(is.field(), is.kind(), now));
    }
    if (check instanceof CheckPlan.Java java) {
      return new CheckRule(java.field(), "use " + java.use(), extension(java.use()));
    }
    return that((CheckPlan.That) check);
  }

  private static Check extension(String name) {
    return Extensions.all()
        .check(name)
        .orElseThrow(() -> new IllegalStateException("no Java check is named " + name));
  }

  private CheckRule that(CheckPlan.That that) {
    Expression expression = Expressions.known(that.expression());
    String field = expression.columns().stream().findFirst().map(Mention::name).orElse("");
    String otherwise = that.otherwise().isEmpty() ? "not so: " + expression : that.otherwise();
    return new CheckRule(
        field, that.expression(), document -> problem(expression, document, otherwise));
  }

  private Optional<String> problem(Expression expression, Fields document, String otherwise) {
    try {
      boolean holds = Boolean.TRUE.equals(expression.evaluate(document, surroundings));
      return holds ? Optional.empty() : Optional.of(otherwise);
    } catch (RejectedValue e) {
      return Optional.of(otherwise + " (" + e.getMessage() + ")");
    }
  }
}
