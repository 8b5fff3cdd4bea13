package io.rehome.cli;

import picocli.CommandLine.IVersionProvider;

/** The version, as the jar's manifest has it. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Rehome.class.getPackage().getImplementationVersion();
    return new String[] {"rehome " + (version == null ? "(not packaged)" : version)};
  }
}
