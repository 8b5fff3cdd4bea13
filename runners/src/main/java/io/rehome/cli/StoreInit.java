package io.rehome.cli;

import io.rehome.pipelines.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the store's schema and the target's fence. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = {
      "Make the migrator store's schema, and the target's table rehome_fence, which keeps a run that"
          + " lost its lease from writing. Does nothing where they are there."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  rehome store init --plan=pets.yaml",
      "  rehome store init --plan=pets.yaml --print-sql       for a DBA, where we may not make tables"
    })
final class StoreInit implements Action {
  @Mixin private PlanOption plan = new PlanOption();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(
      names = "--print-sql",
      description = {
        "Print the statements that need more rights than our accounts have: of the target, and of the"
            + " store's database. Do nothing."
      })
  private boolean printSql;

  @Option(names = "--print-fence", description = "Print those of the target alone, and do nothing.")
  private boolean printFence;

  @Override
  public Exit run(Console console) throws Exception {
    try (Site site = Site.open(plan)) {
      if (printSql || printFence) {
        console.out().print(printSql ? script(site) : site.target().fenceScript());
        return Exit.OK;
      }
      site.upgradeStore();
      site.target().createFence();
      StoreUpgrade.tell("ready", console, output);
      return Exit.OK;
    }
  }

  private static String script(Site site) {
    return "-- In the target, by somebody who may make tables there:\n"
        + site.target().fenceScript()
        + "-- In the store's database, by its owner:\n"
        + site.store().schemaScript();
  }

  @Override
  public boolean showsStackTrace() {
    return output.showsStackTrace();
  }
}
