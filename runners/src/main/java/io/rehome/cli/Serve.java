package io.rehome.cli;

import picocli.CommandLine.Command;

/** Later work: its name is known, so that scripts may be written. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Show runs and rejections as pages on this machine.",
      "Not built yet: it takes any option, does nothing and exits with 1."
    },
    footerHeading = "%nExample:%n",
    footer = "  rehome serve --plan=pets.yaml")
final class Serve extends NotYet {}
