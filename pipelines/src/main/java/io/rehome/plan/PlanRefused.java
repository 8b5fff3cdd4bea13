package io.rehome.plan;

import java.util.List;
import java.util.stream.Collectors;

/** A plan that cannot be run, with all that is wrong with it. Nothing ran. */
public final class PlanRefused extends Exception {
  private static final long serialVersionUID = 1;
  private final transient List<PlanProblem> problems;

  /** Refuses a plan; the problems are kept in the order of the text. */
  public PlanRefused(List<PlanProblem> problems) {
    super(problems.stream().sorted().map(PlanProblem::toString).collect(Collectors.joining("\n")));
    this.problems = problems.stream().sorted().toList();
  }

  /** All that is wrong, in the order of the text. */
  public List<PlanProblem> problems() {
    return problems;
  }
}
