package io.rehome.cli;

import io.rehome.io.RejectionGroup;
import io.rehome.model.Reason;
import io.rehome.pipelines.Exit;
import io.rehome.report.Figures;
import io.rehome.report.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what is rejected now. */
@Command(
    name = "failures",
    mixinStandardHelpOptions = true,
    description =
        "List the records that are rejected now, grouped by reason, with their first keys. A run's"
            + " own, one by one, are in its rejected.csv. Writes nothing.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  rehome failures --plan=pets.yaml",
      "  rehome failures --plan=pets.yaml --entity=users --reason=NOT_LISTED --json"
    })
final class Failures implements Action {
  private static final int SAMPLE = 10;
  @Mixin private PlanOption plan = new PlanOption();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(names = "--entity", paramLabel = "ENTITY", description = "Only this entity's.")
  private String entity = "";

  @Option(names = "--reason", paramLabel = "REASON", description = "Only those of this reason.")
  private @Nullable Reason reason;

  @Override
  public Exit run(Console console) throws Exception {
    try (Site site = Site.open(plan)) {
      if (!entity.isEmpty()) {
        site.requireEntity(entity);
      }
      tell(chosen(site.accounts().openRejections(SAMPLE)), console);
      return Exit.OK;
    }
  }

  @Override
  public boolean showsStackTrace() {
    return output.showsStackTrace();
  }

  private List<RejectionGroup> chosen(List<RejectionGroup> groups) {
    return groups.stream()
        .filter(group -> entity.isEmpty() || group.entity().equals(entity))
        .filter(group -> Optional.ofNullable(reason).map(group.reason()::equals).orElse(true))
        .toList();
  }

  private void tell(List<RejectionGroup> groups, Console console) {
    if (output.isJson()) {
      console.out().println(Json.text(Map.of("rejections", groups)));
      return;
    }
    long records = groups.stream().mapToLong(RejectionGroup::count).sum();
    if (records > 0) {
      GroupsText.lines(groups).forEach(console.out()::println);
    }
    console.out().println(Figures.count(records, "record") + " rejected.");
  }
}
