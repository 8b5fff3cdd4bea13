package io.rehome.cli;

import io.rehome.pipelines.Ending;
import io.rehome.pipelines.Exit;
import io.rehome.report.Json;
import io.rehome.report.NextStep;
import io.rehome.report.NextSteps;
import io.rehome.report.RejectedRows;
import io.rehome.report.ReportFolder;
import io.rehome.report.ReportPage;
import io.rehome.report.RunReport;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Tells how a run ended: in the reports' folder and on standard output.
 *
 * @param plan the plan as the command line named it
 * @param adding what else the JSON report says
 */
record RunOutput(
    Console console,
    OutputOptions options,
    Path reports,
    String plan,
    UnaryOperator<RunReport> adding) {

  /** Says before a run that its reports could not be written. */
  static List<String> problems(Path reports) {
    Path nearest = reports.toAbsolutePath();
    while (nearest != null && !Files.exists(nearest)) {
      nearest = nearest.getParent();
    }
    boolean fits = nearest != null && Files.isDirectory(nearest) && Files.isWritable(nearest);
    return fits ? List.of() : List.of("--reports: no folder can be made there: " + reports);
  }

  /** Tells it; a report that cannot be written is a fault, which the run survives. */
  Exit tell(Ending ending, RejectedRows rejected) {
    List<NextStep> next = NextSteps.after(ending, plan);
    RunReport report = adding.apply(RunReport.of(ending, next));
    Exit written = write(ending, next, report, rejected);
    if (options.isJson()) {
      console.out().println(Json.text(report));
    } else {
      EndingText.lines(ending, next).forEach(console.out()::println);
    }
    return ending.exit().or(written);
  }

  private Exit write(Ending ending, List<NextStep> next, RunReport report, RejectedRows rejected) {
    try {
      ReportFolder folder = ReportFolder.of(reports, ending.run());
      folder.write(report);
      folder.write(new ReportPage(ending, next));
      folder.write(rejected);
      console.err().println("Report: " + folder.html().toAbsolutePath().normalize());
      return Exit.OK;
    } catch (UncheckedIOException e) {
      console.err().println("The report could not be written: " + e.getMessage());
      return Exit.RESUMABLE;
    }
  }
}
