package io.rehome.cli;

import io.rehome.io.Register;
import io.rehome.pipelines.Allowance;
import io.rehome.pipelines.Exit;
import io.rehome.pipelines.Mode;
import io.rehome.pipelines.RunRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a mode. */
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    description = {
      "Move records from the source to the target.",
      "A run that stopped is continued by the same command. Any flag of Beam or of its runner is"
          + " passed on; the default is --runner=DirectRunner."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  rehome migrate --plan=pets.yaml",
      "  rehome migrate --plan=pets.yaml --entities=users --keys=17,23",
      "  rehome migrate --plan=pets.yaml --mode=DIFF",
      "  rehome migrate --plan=pets.yaml --max-rejected=0.1%% --maxReadRate=5000",
      "  rehome migrate --plan=pets.yaml --runner=FlinkRunner --flinkMaster=[local] --parallelism=4"
    })
final class Migrate implements Action {
  @Mixin private PlanOption plan = new PlanOption();
  @Mixin private ScopeOptions scope = new ScopeOptions();
  @Mixin private RunOptions run = new RunOptions();
  @Mixin private ReportsOption reports = new ReportsOption();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ChoiceOptions choice = new ChoiceOptions();
  @Mixin private LaterOptions later = new LaterOptions();

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "NORMAL",
      showDefaultValue = Visibility.ALWAYS,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Mode mode = Mode.NORMAL;

  @Option(
      names = "--max-rejected",
      paramLabel = "N|P%",
      defaultValue = "0",
      showDefaultValue = Visibility.ALWAYS,
      converter = AllowanceText.class,
      description =
          "Rejections of this run, as a number or a share of what it read, up to which it exits with 0.")
  private Allowance maxRejected = new Allowance.Count(0);

  @Option(names = "--restart", description = "Begin the next campaign: every range is read again.")
  private boolean restart;

  @Option(
      names = "--preview",
      description =
          "LOCAL_DIFF: list what a run would touch, with samples; nothing is loaded, no lease taken.")
  private boolean preview;

  private List<String> beamFlags = List.of();

  @Override
  public List<String> problems(List<String> words, Set<String> own) {
    BeamFlags flags = BeamFlags.of(words, own);
    beamFlags = flags.complete();
    List<String> problems = new ArrayList<>(flags.problems());
    problems.addAll(run.problems());
    problems.addAll(RunOutput.problems(reports.path()));
    problems.addAll(choice.problems());
    problems.addAll(scope.problems());
    if (!scope.keys().isEmpty() && restart) {
      problems.add("--restart begins the whole campaign anew; it does not go with --keys");
    }
    if (preview && (mode != Mode.LOCAL_DIFF || !scope.keys().isEmpty())) {
      problems.add("--preview goes with --mode=LOCAL_DIFF, and without --keys");
    }
    return problems;
  }

  @Override
  public Exit run(Console console) throws Exception {
    List<String> unbuilt = later.unbuilt(mode);
    if (!unbuilt.isEmpty()) {
      unbuilt.forEach(what -> console.err().println(NotYet.line(what)));
      return Exit.PLAN_WRONG;
    }
    try (Site site = Site.open(plan).within(run.sourceConnections())) {
      site.requireReachableStore(beamFlags);
      site.requireOriginals(request());
      if (preview) {
        return new SitePreview(site, console).run(request(), output, reports.path());
      }
      RunOutput told = new RunOutput(console, output, reports.path(), plan.text(), any -> any);
      return new SiteRun(site, console).run(request(), told);
    }
  }

  @Override
  public String afterwards() {
    return " What is done is safe: the same command continues (without --restart).";
  }

  @Override
  public boolean showsStackTrace() {
    return output.showsStackTrace();
  }

  private RunRequest request() {
    return new RunRequest(
        mode,
        scope.entities(),
        scope.keys(),
        restart ? Register.Begin.RESTART : Register.Begin.CONTINUE,
        maxRejected,
        choice.choice(reports.path()),
        run.maxReadRate(),
        run.outageBudget(),
        beamFlags);
  }
}
