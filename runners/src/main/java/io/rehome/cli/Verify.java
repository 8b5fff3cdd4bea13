package io.rehome.cli;

import picocli.CommandLine.Command;

/** Later work: its name is known, so that scripts may be written. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Compare the source with what the target really holds.",
      "Not built yet: it takes any option, does nothing and exits with 1."
    },
    footerHeading = "%nExample:%n",
    footer = "  rehome verify --plan=pets.yaml")
final class Verify extends NotYet {}
