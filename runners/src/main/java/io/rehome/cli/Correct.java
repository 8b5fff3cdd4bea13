package io.rehome.cli;

import picocli.CommandLine.Command;

/** Later work: its name is known, so that scripts may be written. */
@Command(
    name = "correct",
    mixinStandardHelpOptions = true,
    description = {
      "Keep a correction of one record, which later modes apply.",
      "Not built yet: it takes any option, does nothing and exits with 1."
    },
    footerHeading = "%nExample:%n",
    footer = "  rehome correct users/17 --set email=a@example.org --plan=pets.yaml")
final class Correct extends NotYet {}
