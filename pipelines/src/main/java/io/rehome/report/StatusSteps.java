package io.rehome.report;

import io.rehome.io.RangeTally;
import io.rehome.io.RejectionGroup;
import java.util.ArrayList;
import java.util.List;

/** What to do next, by the state of a marketplace. */
final class StatusSteps {
  private StatusSteps() {}

  static List<NextStep> of(List<RangeTally> ranges, List<RejectionGroup> rejections, String plan) {
    String flag = " --plan=" + ShellWord.quoted(plan);
    List<NextStep> steps = new ArrayList<>();
    if (ranges.isEmpty()) {
      steps.add(new NextStep("./rehome migrate" + flag, "begins the migration"));
    } else if (ranges.stream().anyMatch(range -> range.finished() < range.ranges())) {
      steps.add(new NextStep("./rehome migrate" + flag, "reads the key ranges that are left"));
    } else {
      steps.add(
          new NextStep(
              "./rehome migrate" + flag + " --mode=DIFF", "brings what appeared or changed since"));
    }
    if (!rejections.isEmpty()) {
      steps.add(new NextStep("./rehome failures" + flag, "lists the rejected records"));
    }
    return List.copyOf(steps);
  }
}
