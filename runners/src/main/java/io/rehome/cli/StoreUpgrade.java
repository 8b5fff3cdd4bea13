package io.rehome.cli;

import io.rehome.pipelines.Exit;
import io.rehome.report.Json;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings the store's schema up to date. */
@Command(
    name = "upgrade",
    mixinStandardHelpOptions = true,
    description = "Bring the migrator store's schema up to date. Its records stay as they are.",
    footerHeading = "%nExample:%n",
    footer = "  rehome store upgrade --plan=pets.yaml")
final class StoreUpgrade implements Action {
  @Mixin private PlanOption plan = new PlanOption();
  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Exit run(Console console) throws Exception {
    try (Site site = Site.open(plan)) {
      site.upgradeStore();
      tell("up to date", console, output);
      return Exit.OK;
    }
  }

  @Override
  public boolean showsStackTrace() {
    return output.showsStackTrace();
  }

  static void tell(String state, Console console, OutputOptions output) {
    String said = "The migrator store is " + state + ".";
    console.out().println(output.isJson() ? Json.text(Map.of("store", state)) : said);
  }
}
