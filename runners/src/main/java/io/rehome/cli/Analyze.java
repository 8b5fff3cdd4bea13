package io.rehome.cli;

import picocli.CommandLine.Command;

/** Later work: its name is known, so that scripts may be written. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    description = {
      "Propose a plan from the two catalogs and the data.",
      "Not built yet: it takes any option, does nothing and exits with 1."
    },
    footerHeading = "%nExample:%n",
    footer = "  rehome analyze --plan=pets.yaml")
final class Analyze extends NotYet {}
