package io.rehome.plan;

import java.util.Comparator;

/**
 * One thing that is wrong with a plan.
 *
 * @param hint the likely fix: {@code did you mean "email"?}; empty where none is at hand
 */
public record PlanProblem(Where where, String what, String hint)
    implements Comparable<PlanProblem> {
  private static final Comparator<PlanProblem> IN_THE_TEXT =
      Comparator.comparing(PlanProblem::where).thenComparing(PlanProblem::what);

  /** In the order of the text. */
  @Override
  public int compareTo(PlanProblem other) {
    return IN_THE_TEXT.compare(this, other);
  }

  /** One line: {@code file:line:column path: what (hint)}. */
  @Override
  public String toString() {
    return where + ": " + what + (hint.isEmpty() ? "" : " (" + hint + ")");
  }
}
