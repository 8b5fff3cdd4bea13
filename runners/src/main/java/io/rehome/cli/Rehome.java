package io.rehome.cli;

import picocli.CommandLine.Command;

/** The command line. */
@Command(
    name = "rehome",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Moves a live marketplace's data to its new home.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  rehome demo                                   see all of it, on databases made for it",
      "  rehome migrate --plan=pets.yaml               move what is not moved yet",
      "  rehome map users/17 --plan=pets.yaml          one record through the plan, step by step",
      "  rehome COMMAND --help                         a command's options, with examples"
    },
    subcommands = {
      Demo.class,
      Migrate.class,
      Verify.class,
      MapOne.class,
      Failures.class,
      Why.class,
      Correct.class,
      Status.class,
      Ids.class,
      Analyze.class,
      Cutover.class,
      Serve.class,
      StoreCommands.class
    })
public final class Rehome {

  public static void main(String[] args) {
    Interruption.watch();
    Interruption.end(new Shell(Console.ofProcess()).run(args));
  }
}
