package io.rehome.io.jdbc;

/** About how many rows a table has, and how many bytes they take. */
record SourceStatistics(long rows, long bytes) {

  /** Bytes of an average row, at least 1. */
  long rowBytes() {
    return Math.max(1, bytes / Math.max(1, rows));
  }
}
