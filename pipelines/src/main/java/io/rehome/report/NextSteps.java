package io.rehome.report;

import io.rehome.io.RejectionGroup;
import io.rehome.pipelines.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to do after a run. */
public final class NextSteps {
  private final Ending ending;
  private final String plan;
  private final List<NextStep> steps = new ArrayList<>();

  private NextSteps(Ending ending, String plan) {
    this.ending = ending;
    this.plan = " --plan=" + ShellWord.quoted(plan);
  }

  /**
   * The commands to go on with, the most urgent first.
   *
   * @param plan the plan as the command line named it
   */
  public static List<NextStep> after(Ending ending, String plan) {
    return new NextSteps(ending, plan).all();
  }

  private List<NextStep> all() {
    switch (ending.exit()) {
      case RESUMABLE, INTERRUPTED -> add(migrate(), "continues where this run stopped");
      case UNBALANCED -> add("./rehome status" + plan, "shows which key ranges do not add up");
      case PLAN_WRONG, BUSY, NOT_ACCEPTED, OK -> {}
    }
    rejected();
    differing();
    if (ending.state() == Ending.State.FINISHED) {
      add("./rehome migrate" + plan + " --mode=DIFF", "brings what appeared or changed meanwhile");
    }
    return List.copyOf(steps);
  }

  private void differing() {
    boolean repairable =
        ending.comparison().isOfRows()
            && ending.comparison().findings().stream()
                .anyMatch(it -> it.changed() + it.missing() > 0);
    if (repairable) {
      add("./rehome verify" + plan + " --reopen", "makes what differs PENDING");
      add("./rehome migrate" + plan + " --mode=RETRY_FAILED", "then repairs it");
    }
  }

  private void rejected() {
    if (!ending.rejections().isEmpty() || ending.older() > 0) {
      add("./rehome failures --group" + plan, "says what is rejected, and what to mend first");
    }
    sample()
        .ifPresent(
            record -> add("./rehome why " + record + plan, "tells one record's whole story"));
  }

  private Optional<String> sample() {
    return ending.rejections().stream()
        .filter(group -> !group.sample().isEmpty())
        .map(NextSteps::named)
        .findFirst();
  }

  private static String named(RejectionGroup group) {
    return ShellWord.quoted(group.entity() + "/" + group.sample().get(0));
  }

  private String migrate() {
    return "./rehome migrate" + plan + " --mode=" + ending.mode();
  }

  private void add(String command, String why) {
    steps.add(new NextStep(command, why));
  }
}
