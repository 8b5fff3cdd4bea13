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

/** Compares source and target. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Compare the source with what the target really holds, by key and by field.",
      "Changes nothing in the target and takes no lease: it may run beside a migration. Exits with 2"
          + " where there are differences. Any flag of Beam or of its runner is passed on."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  rehome verify --plan=pets.yaml",
      "  rehome verify --plan=pets.yaml --entities=users --keys=17,23",
      "  rehome verify --plan=pets.yaml --recheck=3",
      "  rehome verify --plan=pets.yaml --reopen"
    })
final class Verify implements Action {
  @Mixin private PlanOption plan = new PlanOption();
  @Mixin private ScopeOptions scope = new ScopeOptions();
  @Mixin private CheckingOptions checking = new CheckingOptions();
  @Mixin private RunOptions run = new RunOptions();
  @Mixin private ReportsOption reports = new ReportsOption();
  @Mixin private OutputOptions output = new OutputOptions();

  private List<String> beamFlags = List.of();

  @Override
  public List<String> problems(List<String> words, Set<String> own) {
    BeamFlags flags = BeamFlags.of(words, own);
    beamFlags = flags.complete();
    List<String> problems = new ArrayList<>(flags.problems());
    problems.addAll(run.problems());
    problems.addAll(RunOutput.problems(reports.path()));
    problems.addAll(checking.problems());
    problems.addAll(scope.problems());
    return problems;
  }

  @Override
  public Exit run(Console console) throws Exception {
    try (Site site = Site.open(plan).within(run.sourceConnections())) {
      site.requireReachableStore(beamFlags);
      RunOutput told = new RunOutput(console, output, reports.path(), plan.text(), any -> any);
      return new SiteRun(site, console).run(request(), told);
    }
  }

  @Override
  public String afterwards() {
    return " What was compared is kept: the same command continues.";
  }

  @Override
  public boolean showsStackTrace() {
    return output.showsStackTrace();
  }

  private RunRequest request() {
    return new RunRequest(
        Mode.VERIFY,
        scope.entities(),
        scope.keys(),
        Register.Begin.CONTINUE,
        new Allowance.Count(0),
        Choice.DEFAULT.with(checking.checking(reports.path())),
        run.maxReadRate(),
        run.outageBudget(),
        beamFlags);
  }
}
