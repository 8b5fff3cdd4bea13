package io.rehome.io;

/** What a source row is that is no difference. The names are kept in stores. */
public enum Agreement {
  /** The target holds what it gives. */
  SAME,
  /** The target lacks its present version because that is rejected. */
  MISSING_REJECTED,
  /** A rule leaves it out. */
  SKIPPED,
  /** It became part of another record. */
  MERGED,
  /** It is not there any more, and the target does not have it either. */
  GONE
}
