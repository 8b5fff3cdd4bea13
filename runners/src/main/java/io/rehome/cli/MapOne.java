package io.rehome.cli;

import io.rehome.model.SourceKey;
import io.rehome.pipelines.Exit;
import io.rehome.pipelines.Walk;
import io.rehome.report.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes one source row through the plan. */
@Command(
    name = "map",
    mixinStandardHelpOptions = true,
    description =
        "Take one source row through the plan and print every step: its values, each field's rule"
            + " and result, checks, parents, the document. Writes nothing.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  rehome map users/17 --plan=pets.yaml",
      "  rehome map favourites/'[\"3\",\"9\"]' --plan=pets.yaml --json"
    })
final class MapOne implements Action {
  @Mixin private PlanOption plan = new PlanOption();
  @Mixin private OutputOptions output = new OutputOptions();

  @Parameters(
      paramLabel = "ENTITY/KEY",
      converter = RecordName.Text.class,
      description = "The record: a composite key is a JSON array of strings.")
  private RecordName record = new RecordName("", new SourceKey(""));

  @Override
  public Exit run(Console console) throws Exception {
    try (Site site = Site.open(plan)) {
      site.requireEntity(record.entity());
      Walk walk = new RecordWalk(site, record).walk();
      if (output.isJson()) {
        console.out().println(Json.text(walk));
      } else {
        WalkText.lines(walk).forEach(console.out()::println);
      }
      return Exit.OK;
    }
  }

  @Override
  public boolean showsStackTrace() {
    return output.showsStackTrace();
  }
}
