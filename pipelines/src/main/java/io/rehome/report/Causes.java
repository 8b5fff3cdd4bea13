package io.rehome.report;

import io.rehome.io.Difference.Cause;

/** What the names of causes mean, for those who read a report. */
public final class Causes {
  private Causes() {}

  /** Who made a difference. */
  public static String of(Cause cause) {
    return switch (cause) {
      case FOREIGN -> "a foreign change: the target is not as it confirmed to us";
      case SOURCE -> "the source changed since: not migrated yet";
      case PLAN -> "the plan, or a parent, gives another row now";
      case STORE -> "a foreign change of the store: it does not keep what it wrote";
      case UNFINISHED -> "its migration is not finished";
      case UNKNOWN -> "not ours: the store does not know the row";
    };
  }
}
