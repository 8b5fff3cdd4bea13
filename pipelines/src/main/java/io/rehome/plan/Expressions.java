package io.rehome.plan;

import io.rehome.transforms.expression.Expression;
import io.rehome.transforms.expression.ExpressionProblem;
import io.rehome.transforms.expression.ExpressionRefused;
import java.util.Optional;

/** Compiles the expressions of a plan, and tells their problems by their place in the file. */
final class Expressions {
  private Expressions() {}

  /** The expression of this text; what is wrong with it is added to the problems. */
  static Optional<Expression> compile(
      String text, String path, Positions positions, Problems problems) {
    try {
      return Optional.of(Expression.parse(text));
    } catch (ExpressionRefused refused) {
      for (ExpressionProblem problem : refused.problems()) {
        tell(problem, path, positions, problems);
      }
      return Optional.empty();
    }
  }

  /** The expression of a text that was compiled before. */
  static Expression known(String text) {
    try {
      return Expression.parse(text);
    } catch (ExpressionRefused e) {
      throw new IllegalStateException("the plan was not read by PlanReader", e);
    }
  }

  private static void tell(
      ExpressionProblem problem, String path, Positions positions, Problems problems) {
    Where where = positions.inside(path, problem.line(), problem.column());
    boolean exact = positions.isExact(path, problem.line());
    String place =
        exact ? "" : " (" + problem.line() + ":" + problem.column() + " of the expression)";
    problems.add(where, problem.what() + place, problem.hint());
  }
}
