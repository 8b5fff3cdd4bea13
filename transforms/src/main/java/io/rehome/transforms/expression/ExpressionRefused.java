package io.rehome.transforms.expression;

import java.util.List;

/** A text that is no expression of ours, with all that is wrong with it. */
public final class ExpressionRefused extends Exception {
  private static final long serialVersionUID = 1;
  private final transient List<ExpressionProblem> problems;

  ExpressionRefused(List<ExpressionProblem> problems) {
    super(problems.toString());
    this.problems = List.copyOf(problems);
  }

  /** All that is wrong. */
  public List<ExpressionProblem> problems() {
    return problems;
  }
}
