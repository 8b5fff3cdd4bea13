package io.rehome.report;

import io.rehome.io.Keep;
import io.rehome.io.RunEntry;
import io.rehome.model.Outcome;
import io.rehome.pipelines.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to do next, by the state of a marketplace: what stands in the way of the rest first. */
final class StatusSteps {
  private final StatusReport report;
  private final String plan;
  private final List<NextStep> steps = new ArrayList<>();

  private StatusSteps(StatusReport report) {
    this.report = report;
    this.plan = " --plan=" + ShellWord.quoted(report.planName());
  }

  static List<NextStep> of(StatusReport report) {
    return new StatusSteps(report).all();
  }

  private List<NextStep> all() {
    if (report.ranges().isEmpty()) {
      add(run(Mode.NORMAL.name()), "begins the migration");
      return List.copyOf(steps);
    }
    boolean unfinished = unfinished();
    mendable();
    if (!unfinished) {
      add(run(Mode.DIFF.name()), "brings what appeared or changed since");
      add(run(Mode.VERIFY.name()), "compares the source with what the target really holds");
    }
    return List.copyOf(steps);
  }

  private boolean unfinished() {
    Optional<RunEntry> stopped =
        report.runs().stream().findFirst().filter(run -> !run.state().equals("FINISHED"));
    stopped.ifPresent(run -> add(run(run.mode()), "continues the run that was not finished"));
    boolean open = report.ranges().stream().anyMatch(range -> range.finished() < range.ranges());
    if (open && stopped.isEmpty()) {
      add(run(Mode.NORMAL.name()), "reads the key ranges that are left");
    }
    return open || stopped.isPresent();
  }

  private void mendable() {
    if (report.plan().changed() || waitsIn(Outcome.LOADED)) {
      add(applying(), "applies what changed in the plan's rules or was corrected");
    }
    if (!report.rejections().isEmpty()) {
      add("./rehome failures --group" + plan, "says what is rejected, and what to mend first");
    }
    if (!report.rejections().isEmpty() || isPending()) {
      add(run(Mode.RETRY_FAILED.name()), "tries rejected and unfinished records again");
    }
  }

  /** Without originals the source is read again. */
  private String applying() {
    return report.keep() == Keep.FULL
        ? run(Mode.LOCAL_DIFF.name())
        : run(Mode.NORMAL.name()) + " --restart";
  }

  private boolean waitsIn(Outcome outcome) {
    return report.waitingCorrections().containsKey(outcome);
  }

  private boolean isPending() {
    return report.totals().values().stream().anyMatch(totals -> totals.pending() > 0);
  }

  private String run(String mode) {
    if (mode.equals(Mode.VERIFY.name())) {
      return "./rehome verify" + plan;
    }
    return "./rehome migrate" + plan + (mode.equals(Mode.NORMAL.name()) ? "" : " --mode=" + mode);
  }

  private void add(String command, String why) {
    steps.add(new NextStep(command, why));
  }
}
