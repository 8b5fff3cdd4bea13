package io.rehome.cli;

import io.rehome.model.SourceKey;
import io.rehome.pipelines.Exit;
import io.rehome.report.Json;
import io.rehome.report.StoryReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells one record's whole story. */
@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    description = {
      "Tell one record's whole story: its source row, documents and rules, every attempt with what"
          + " became of it, corrections, parents, and who waits for it. Writes nothing.",
      "It is told from the store; where source and target cannot be reached, types and rules are"
          + " left out."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  rehome why users/17 --plan=pets.yaml",
      "  rehome why favourites/'[\"3\",\"9\"]' --plan=pets.yaml --json"
    })
final class Why implements Action {
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
      StoryReport story = new RecordStory(site, record).report();
      if (output.isJson()) {
        console.out().println(Json.text(story));
      } else {
        StoryText.lines(story).forEach(console.out()::println);
      }
      return Exit.OK;
    }
  }

  @Override
  public boolean showsStackTrace() {
    return output.showsStackTrace();
  }
}
