package io.rehome.plan;

import io.rehome.transforms.expression.LookupTable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The lookup tables that this JVM has read, by name, key and version. */
final class LookupTables {
  private static final Map<Version, LookupTable> READ = new ConcurrentHashMap<>();

  private LookupTables() {}

  /** What tells tables apart. */
  private record Version(String lookup, String key, String version) {}

  /** The table of a lookup, read where this version was not read yet. */
  static LookupTable of(LookupPlan lookup, LookupContents contents) {
    Version version = new Version(lookup.name(), lookup.key(), contents.version(lookup.name()));
    return READ.computeIfAbsent(version, any -> read(lookup, contents));
  }

  private static LookupTable read(LookupPlan lookup, LookupContents contents) {
    return LookupTable.of(lookup.name(), lookup.key(), contents.read(lookup.name()).rows());
  }
}
