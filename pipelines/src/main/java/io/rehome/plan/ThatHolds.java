package io.rehome.plan;

import io.rehome.model.Fields;
import io.rehome.model.RejectedValue;
import io.rehome.plan.CheckPlan.That;
import io.rehome.transforms.expression.Expression;
import io.rehome.transforms.expression.Mention;
import io.rehome.transforms.expression.Surroundings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A condition over the document's fields. One that cannot be computed fails, and says why. */
final class ThatHolds {
  private final That that;
  private final Expression expression;
  private final Surroundings surroundings;

  ThatHolds(That that, Surroundings surroundings) {
    this.that = that;
    this.expression = Expressions.known(that.expression());
    this.surroundings = surroundings;
  }

  /** The first field that it names: a rejection is shown there. */
  String field() {
    return expression.columns().stream().findFirst().map(Mention::name).orElse("");
  }

  Optional<String> problem(Fields document) {
    try {
      Object answer = expression.evaluate(document, surroundings);
      return Boolean.TRUE.equals(answer) ? Optional.empty() : Optional.of(said(answer));
    } catch (RejectedValue e) {
      return Optional.of(title() + ": " + e.getMessage());
    }
  }

  private String said(@Nullable Object answer) {
    return Boolean.FALSE.equals(answer) ? title() : title() + ": neither true nor false";
  }

  private String title() {
    return that.otherwise().isEmpty() ? "not " + that.expression() : that.otherwise();
  }
}
