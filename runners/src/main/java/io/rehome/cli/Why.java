package io.rehome.cli;

import picocli.CommandLine.Command;

/** Later work: its name is known, so that scripts may be written. */
@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    description = {
      "Tell one record's whole story.",
      "Not built yet: it takes any option, does nothing and exits with 1."
    },
    footerHeading = "%nExample:%n",
    footer = "  rehome why users/17 --plan=pets.yaml")
final class Why extends NotYet {}
