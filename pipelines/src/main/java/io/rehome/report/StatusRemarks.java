package io.rehome.report;

import io.rehome.io.Keep;
import io.rehome.io.RangeTally;
import io.rehome.io.RunEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What stands out in a marketplace's state. */
final class StatusRemarks {
  private StatusRemarks() {}

  static List<String> of(StatusReport report) {
    List<String> remarks = new ArrayList<>();
    report.runs().stream()
        .findFirst()
        .filter(run -> run.state().equals("RUNNING"))
        .ifPresent(run -> remarks.add(running(run)));
    if (report.plan().changed()) {
      remarks.add(changed(report));
    }
    long corrections =
        report.waitingCorrections().values().stream().mapToLong(Long::longValue).sum();
    if (corrections > 0) {
      remarks.add(Figures.count(corrections, "correction") + " not applied yet.");
    }
    return List.copyOf(remarks);
  }

  private static String running(RunEntry run) {
    return "The run %s on %s is under way, or was killed.".formatted(run.run(), run.host());
  }

  private static String changed(StatusReport report) {
    String now = report.plan().version().map(number -> "version " + number).orElse("not run yet");
    String used =
        report.plan().used().stream().map(String::valueOf).collect(Collectors.joining(", "));
    long finished = report.ranges().stream().mapToLong(RangeTally::finished).sum();
    return "The plan's rules changed within the campaign (today's: %s; used: %s). %s: %s what they hold anew."
        .formatted(
            now,
            used,
            Figures.count(finished, "finished key range") + " waiting",
            report.keep() == Keep.FULL ? "LOCAL_DIFF maps" : "migrate --restart reads");
  }
}
