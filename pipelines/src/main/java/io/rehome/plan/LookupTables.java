package io.rehome.plan;

import io.rehome.io.LookupRows;
import io.rehome.transforms.expression.LookupTable;
import io.rehome.transforms.expression.LookupUnread;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The lookup tables that this JVM has read, by name, key and version. */
final class LookupTables {
  private static final Map<Version, LookupTable> READ = new ConcurrentHashMap<>();

  private LookupTables() {}

  /** What tells tables apart. */
  private record Version(String lookup, String key, String version) {}

  /**
   * The table of a lookup, read where this version was not read yet.
   *
   * @throws LookupUnread where that failed
   */
  static LookupTable of(LookupPlan lookup, LookupContents contents) {
    Version version = new Version(lookup.name(), lookup.key(), contents.version(lookup.name()));
    return READ.computeIfAbsent(version, any -> read(lookup, contents));
  }

  private static LookupTable read(LookupPlan lookup, LookupContents contents) {
    return LookupTable.of(lookup.name(), lookup.key(), content(lookup, contents).rows());
  }

  private static LookupRows content(LookupPlan lookup, LookupContents contents) {
    try {
      return contents.read(lookup.name());
    } catch (RuntimeException e) {
      throw new LookupUnread(lookup.name(), e);
    }
  }
}
