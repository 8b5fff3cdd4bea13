package io.rehome.cli;

import picocli.CommandLine.Command;

/** The commands about the migrator store. */
@Command(
    name = "store",
    mixinStandardHelpOptions = true,
    description = "Make, upgrade or empty the migrator store.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExample:%n",
    footer = "  rehome store init --plan=pets.yaml",
    subcommands = {
      StoreInit.class,
      StoreUpgrade.class,
      StoreCommands.Purge.class,
      StoreCommands.Erase.class
    })
final class StoreCommands {

  @Command(
      name = "purge",
      mixinStandardHelpOptions = true,
      description = {
        "Drop what is no longer needed of a finished migration.",
        "Not built yet: it takes any option, does nothing and exits with 1."
      },
      footerHeading = "%nExample:%n",
      footer = "  rehome store purge --plan=pets.yaml")
  static final class Purge extends NotYet {}

  @Command(
      name = "erase",
      mixinStandardHelpOptions = true,
      description = {
        "Forget one person's records.",
        "Not built yet: it takes any option, does nothing and exits with 1."
      },
      footerHeading = "%nExample:%n",
      footer = "  rehome store erase users/17 --plan=pets.yaml")
  static final class Erase extends NotYet {}
}
