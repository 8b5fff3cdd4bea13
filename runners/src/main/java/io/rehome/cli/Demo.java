package io.rehome.cli;

import io.rehome.io.Register;
import io.rehome.pipelines.Allowance;
import io.rehome.pipelines.Choice;
import io.rehome.pipelines.Exit;
import io.rehome.pipelines.Mode;
import io.rehome.pipelines.RunRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows all of it on databases made for it. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Start a real MariaDB (a legacy marketplace) and a real PostgreSQL (the platform and the"
          + " migrator store), fill the source, migrate it, and print the books.",
      "Their data are kept under .rehome/; a second demo continues on them. Exits with 0 when the"
          + " outcome is the expected one, rejections included."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  rehome demo",
      "  rehome demo --rows=5000000 --reset",
      "  rehome demo --keep-running              and then, in another shell:",
      "  rehome status --plan=demo"
    })
final class Demo implements Action {
  /** Its rejections are held against the expected ones, one by one. */
  private static final Allowance ANY_NUMBER = Allowance.parse("100%");

  @Mixin private RunOptions run = new RunOptions();
  @Mixin private ReportsOption reports = new ReportsOption();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "0",
      description = "About how many records the source has; left out: those it has, or 200,000.")
  private long rows;

  @Option(names = "--reset", description = "Start over: the demo's databases are made anew.")
  private boolean reset;

  @Option(names = "--keep-running", description = "Leave the servers up until Ctrl-C.")
  private boolean keepRunning;

  private List<String> beamFlags = List.of();

  @Override
  public List<String> problems(List<String> words, Set<String> own) {
    BeamFlags flags = BeamFlags.of(words, own);
    beamFlags = flags.complete();
    List<String> problems = new ArrayList<>(flags.problems());
    problems.addAll(run.problems());
    problems.addAll(RunOutput.problems(reports.path()));
    if (rows < 0) {
      problems.add("--rows: a number of records is not negative: " + rows);
    }
    return problems;
  }

  @Override
  public Exit run(Console console) throws Exception {
    DemoPlace place = DemoPlace.open();
    try {
      DemoRun demo = new DemoRun(place, console, output, reports.path(), run.sourceConnections());
      demo.prepare(rows, reset ? DemoRun.Making.ANEW : DemoRun.Making.WHERE_MISSING);
      Exit exit = demo.run(request());
      if (keepRunning) {
        console.out().flush();
        console.err().println("The servers stay up until Ctrl-C.");
        Interruption.await(exit);
      }
      return exit;
    } finally {
      place.close();
    }
  }

  @Override
  public String afterwards() {
    return " What is done is safe: the same command continues (without --reset).";
  }

  @Override
  public boolean showsStackTrace() {
    return output.showsStackTrace();
  }

  private RunRequest request() {
    return new RunRequest(
        Mode.NORMAL,
        List.of(),
        List.of(),
        Register.Begin.CONTINUE,
        ANY_NUMBER,
        Choice.DEFAULT,
        run.maxReadRate(),
        run.outageBudget(),
        beamFlags);
  }
}
