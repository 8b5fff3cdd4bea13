package io.rehome.pipelines;

import io.rehome.io.Kept;
import io.rehome.model.Candidate;

/** A kept record, what today's rules make of it, and what that means. */
record Remapped(Kept kept, Candidate now, Fate fate) {

  /** What becomes of it. */
  enum Fate {
    /** The target has confirmed this very document. */
    UNCHANGED,
    /** It is left out for the same reason as before. */
    STILL_REJECTED,
    STILL_SKIPPED,
    STILL_MERGED,
    /** Something else came about, or its fate was open: it enters the river. */
    ENTERS
  }
}
