package io.rehome.cli;

import io.rehome.pipelines.Exit;
import io.rehome.report.Json;
import io.rehome.report.StatusReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells how far a marketplace's migration is. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description =
        "Tell how far a marketplace is: campaign, runs, key ranges, books, open rejections, whether"
            + " the plan's rules changed meanwhile, and what to do next. Writes nothing.",
    footerHeading = "%nExamples:%n",
    footer = {"  rehome status --plan=pets.yaml", "  rehome status --plan=demo --json"})
final class Status implements Action {
  @Mixin private PlanOption plan = new PlanOption();
  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Exit run(Console console) throws Exception {
    try (Site site = Site.open(plan)) {
      StatusReport report = site.status();
      if (output.isJson()) {
        console.out().println(Json.text(report));
      } else {
        StatusText.lines(report).forEach(console.out()::println);
      }
      return Exit.OK;
    }
  }

  @Override
  public boolean showsStackTrace() {
    return output.showsStackTrace();
  }
}
