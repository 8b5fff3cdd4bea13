package io.rehome.cli;

import picocli.CommandLine.Command;

/** Later work: its name is known, so that scripts may be written. */
@Command(
    name = "cutover",
    mixinStandardHelpOptions = true,
    description = {
      "Say whether the old site can be switched off.",
      "Not built yet: it takes any option, does nothing and exits with 1."
    },
    footerHeading = "%nExample:%n",
    footer = "  rehome cutover --check --plan=pets.yaml")
final class Cutover extends NotYet {}
