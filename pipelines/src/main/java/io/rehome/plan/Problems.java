package io.rehome.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Gathers what is wrong with a plan, so that all of it is told at once. */
final class Problems {
  private final List<PlanProblem> found = new ArrayList<>();

  void add(Where where, String what) {
    add(where, what, "");
  }

  void add(Where where, String what, String hint) {
    found.add(new PlanProblem(where, what, hint));
  }

  /** Refuses a name that is none of the known ones, and says which may have been meant. */
  void unknown(Where where, String what, String name, Collection<String> known) {
    add(where, "unknown " + what + " \"" + name + "\"", Hints.nearest(name, known));
  }

  /** Ends here where anything was found. */
  void refuse() throws PlanRefused {
    if (!found.isEmpty()) {
      throw new PlanRefused(found);
    }
  }
}
