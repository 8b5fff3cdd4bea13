package io.rehome.model;

/** What became of a record. UNCHANGED exists in the books of a run only, never in the store. */
public enum Outcome {
  PENDING,
  LOADED,
  UNCHANGED,
  REJECTED,
  SKIPPED,
  MERGED,
  GONE
}
